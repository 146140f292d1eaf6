/** Judging SLIs and rollouts from windows. */
@NullMarked
package dev.regularizer.core.analysis;

import org.jspecify.annotations.NullMarked;
