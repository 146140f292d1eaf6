/** A bounded open-loop load generator that plays labelled images against a model. */
@NullMarked
package dev.regularizer.samples.traffic;

import org.jspecify.annotations.NullMarked;
