/** Self-contained SVG drawings of what was measured. */
@NullMarked
package dev.regularizer.core.chart;

import org.jspecify.annotations.NullMarked;
