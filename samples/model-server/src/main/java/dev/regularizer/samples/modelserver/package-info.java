/** A sample model server: settings, life and wiring. */
@NullMarked
package dev.regularizer.samples.modelserver;

import org.jspecify.annotations.NullMarked;
