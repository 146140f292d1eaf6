/** What is persisted about the trials of a revision. */
@NullMarked
package dev.regularizer.crds.attempt;

import org.jspecify.annotations.NullMarked;
