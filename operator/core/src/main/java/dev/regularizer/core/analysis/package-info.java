/**
 * What the counted windows say about each SLI and about the whole trial: a fold of immutable state,
 * one verdict per SLI, one verdict per rollout.
 */
@NullMarked
package dev.regularizer.core.analysis;

import org.jspecify.annotations.NullMarked;
