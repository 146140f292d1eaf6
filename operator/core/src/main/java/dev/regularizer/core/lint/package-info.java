/** What a policy can be expected to find out at a given traffic, before and during a trial. */
@NullMarked
package dev.regularizer.core.lint;

import org.jspecify.annotations.NullMarked;
