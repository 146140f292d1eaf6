/** Malformed resources, edits and commands, and what becomes of them on a real API server. */
@NullMarked
package dev.regularizer.e2e.badinput;

import org.jspecify.annotations.NullMarked;
