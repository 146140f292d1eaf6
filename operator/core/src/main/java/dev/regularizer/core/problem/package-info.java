/** What is wrong with something a user wrote. */
@NullMarked
package dev.regularizer.core.problem;

import org.jspecify.annotations.NullMarked;
