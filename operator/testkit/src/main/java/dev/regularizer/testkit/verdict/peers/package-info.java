/**
 * The rules by which other rollout controllers decide, as their code states them, for comparison on
 * the same simulated traffic: Flagger (failed checks added up, in a race with promotion), Argo
 * Rollouts (limits on failed and inconclusive measurements) and Kayenta (Mann-Whitney).
 */
@NullMarked
package dev.regularizer.testkit.verdict.peers;

import org.jspecify.annotations.NullMarked;
