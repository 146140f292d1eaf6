/**
 * Scenarios of a rollout, each run once without a fault and then with every fault at every point.
 */
@NullMarked
package dev.regularizer.e2e.faults.cell;

import org.jspecify.annotations.NullMarked;
