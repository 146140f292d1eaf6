/**
 * Checks the invariants on what an API server committed, from a record of all writes: not on what
 * the operator believed.
 */
@NullMarked
package dev.regularizer.testkit.history;

import org.jspecify.annotations.NullMarked;
