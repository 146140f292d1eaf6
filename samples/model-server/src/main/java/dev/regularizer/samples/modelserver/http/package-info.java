/** Endpoints of the model server. */
@NullMarked
package dev.regularizer.samples.modelserver.http;

import org.jspecify.annotations.NullMarked;
