/** What the operator costs, measured on a real cluster. */
@NullMarked
package dev.regularizer.e2e.bench;

import org.jspecify.annotations.NullMarked;
