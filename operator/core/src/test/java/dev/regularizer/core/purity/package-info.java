/** Keeps the core pure: nothing but the JDK, and no clock, chance, environment, logging or I/O. */
@NullMarked
package dev.regularizer.core.purity;

import org.jspecify.annotations.NullMarked;
