/**
 * A simulated cluster and Prometheus around the real decision: time is a variable, everything is
 * seeded.
 */
@NullMarked
package dev.regularizer.testkit;

import org.jspecify.annotations.NullMarked;
