/**
 * Anytime-valid tests on counts: the grid bet against an objective (P1), against the stable
 * revision (P2) and for calibration (P3), and how they combine. By Ville's inequality each of them
 * may be looked at after every window without losing its error guarantee.
 *
 * <p>Pure functions and immutable values. Logarithms are natural and come from {@link
 * java.lang.StrictMath}, so the same counts give the same bits on every machine.
 */
@NullMarked
package dev.regularizer.core.statistics;

import org.jspecify.annotations.NullMarked;
