/** Counting raw samples. */
@NullMarked
package dev.regularizer.core.counting;

import org.jspecify.annotations.NullMarked;
