/** The demonstration: four rollouts from a manifest to a verdict. */
@NullMarked
package dev.regularizer.e2e.demo;

import org.jspecify.annotations.NullMarked;
