/** Regularizers at run time: what was declared is what is applied. */
@NullMarked
package dev.regularizer.samples.modelserver.guard;

import org.jspecify.annotations.NullMarked;
