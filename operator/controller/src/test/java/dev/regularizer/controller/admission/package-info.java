/** The chart's admission policies and the operator's own reading, side by side on an API server. */
@NullMarked
package dev.regularizer.controller.admission;

import org.jspecify.annotations.NullMarked;
