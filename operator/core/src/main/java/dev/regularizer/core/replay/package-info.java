/** What was decided in an attempt, decided again from its samples. */
@NullMarked
package dev.regularizer.core.replay;

import org.jspecify.annotations.NullMarked;
