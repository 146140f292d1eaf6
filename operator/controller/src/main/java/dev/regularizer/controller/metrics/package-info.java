/** The operator's own metrics. */
@NullMarked
package dev.regularizer.controller.metrics;

import org.jspecify.annotations.NullMarked;
