/** What a decision asks the process to do. */
@NullMarked
package dev.regularizer.core.effect;

import org.jspecify.annotations.NullMarked;
