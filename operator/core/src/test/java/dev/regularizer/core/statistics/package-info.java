/** Golden numbers, properties and simulations of the tests on counts. */
@NullMarked
package dev.regularizer.core.statistics;

import org.jspecify.annotations.NullMarked;
