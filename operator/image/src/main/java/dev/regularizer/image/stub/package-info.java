/**
 * Just enough of an API server, of its controllers and of a Prometheus to exercise the operator
 * while its AOT cache is recorded. Nothing is tested with it.
 */
@NullMarked
package dev.regularizer.image.stub;

import org.jspecify.annotations.NullMarked;
