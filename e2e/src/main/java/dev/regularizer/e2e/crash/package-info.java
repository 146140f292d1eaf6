/** Killing the operator in the middle of rollouts. */
@NullMarked
package dev.regularizer.e2e.crash;

import org.jspecify.annotations.NullMarked;
