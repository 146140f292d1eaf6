/** Numbers, quantities and durations as Kubernetes users write them. */
@NullMarked
package dev.regularizer.core.quantity;

import org.jspecify.annotations.NullMarked;
