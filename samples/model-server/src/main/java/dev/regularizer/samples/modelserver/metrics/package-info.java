/** The telemetry contract of a model server. */
@NullMarked
package dev.regularizer.samples.modelserver.metrics;

import org.jspecify.annotations.NullMarked;
