/** How long one look takes from raw samples to the verdict, and what it allocates. */
@NullMarked
package dev.regularizer.bench;

import org.jspecify.annotations.NullMarked;
