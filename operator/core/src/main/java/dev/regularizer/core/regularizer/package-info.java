/** Regularizers: the closed catalogue, reading, summary, differences and overlaps. */
@NullMarked
package dev.regularizer.core.regularizer;

import org.jspecify.annotations.NullMarked;
