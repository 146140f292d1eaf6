/**
 * From the raw samples of a Prometheus answer to exact counts of one revision in one window.
 * Nothing is extrapolated: the same samples give the same counts, and adjacent windows add up.
 */
@NullMarked
package dev.regularizer.core.counting;

import org.jspecify.annotations.NullMarked;
