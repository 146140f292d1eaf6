/** The simulation of the verdict: plays it, keeps the raw figures and writes the tables. */
@NullMarked
package dev.regularizer.e2e.verdict;

import org.jspecify.annotations.NullMarked;
