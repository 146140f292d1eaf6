/**
 * Explores what the real decision does to a model of the cluster, in all orders of events up to a
 * bound. Every state that is reached is concrete; states that differ only in names, absolute time
 * and counts that cross no threshold are taken for one.
 */
@NullMarked
package dev.regularizer.testkit.explore;

import org.jspecify.annotations.NullMarked;
