/** True labels that come back: signed tokens, each counted once. */
@NullMarked
package dev.regularizer.samples.modelserver.feedback;

import org.jspecify.annotations.NullMarked;
