/** Regularized models in a cluster: their manifests and what their status says. */
@NullMarked
package dev.regularizer.e2e.model;

import org.jspecify.annotations.NullMarked;
