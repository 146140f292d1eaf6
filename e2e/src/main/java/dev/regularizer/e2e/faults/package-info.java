/** Faults between the operator and a real API server: every one at every point of a rollout. */
@NullMarked
package dev.regularizer.e2e.faults;

import org.jspecify.annotations.NullMarked;
