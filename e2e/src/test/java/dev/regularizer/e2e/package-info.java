/** Whole rollouts on a real cluster, and what the tests of this module share. */
@NullMarked
package dev.regularizer.e2e;

import org.jspecify.annotations.NullMarked;
