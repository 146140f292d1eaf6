/** Everything that is looked up outside a pass: samples of Prometheus and dry runs. */
@NullMarked
package dev.regularizer.controller.sampling;

import org.jspecify.annotations.NullMarked;
