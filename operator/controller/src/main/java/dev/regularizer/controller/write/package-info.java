/**
 * Everything a pass does to the cluster: status first, then effects; each conditional or
 * idempotent.
 */
@NullMarked
package dev.regularizer.controller.write;

import org.jspecify.annotations.NullMarked;
