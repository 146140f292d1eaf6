/** Parts of a decision by themselves; whole ones are the testkit's. */
@NullMarked
package dev.regularizer.core.rollout;

import org.jspecify.annotations.NullMarked;
