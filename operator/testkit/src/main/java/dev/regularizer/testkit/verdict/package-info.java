/**
 * Simulation of rollouts that proves what the verdict promises: false rollbacks, false promotions
 * and how soon harm is found, beside the rules of other rollout controllers on the same traffic.
 * Everything is a function of seeds; nothing depends on the number of threads.
 */
@NullMarked
package dev.regularizer.testkit.verdict;

import org.jspecify.annotations.NullMarked;
