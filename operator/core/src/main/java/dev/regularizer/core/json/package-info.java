/** JSON as an immutable value, with one canonical spelling. */
@NullMarked
package dev.regularizer.core.json;

import org.jspecify.annotations.NullMarked;
