/** True labels that come back: signed tokens, each counted once, and the counters they move. */
@NullMarked
package dev.regularizer.samples.feedback;

import org.jspecify.annotations.NullMarked;
