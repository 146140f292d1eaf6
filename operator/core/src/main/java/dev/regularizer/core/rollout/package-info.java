/** The decision: one pure function from observations to the next state and effects. */
@NullMarked
package dev.regularizer.core.rollout;

import org.jspecify.annotations.NullMarked;
