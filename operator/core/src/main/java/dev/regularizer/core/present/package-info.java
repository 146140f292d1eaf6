/** Status for people and pipelines, derived from pointers and attempts. */
@NullMarked
package dev.regularizer.core.present;

import org.jspecify.annotations.NullMarked;
