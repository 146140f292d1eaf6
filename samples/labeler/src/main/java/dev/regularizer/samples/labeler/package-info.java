/** Takes true labels for the predictions of pods that may be gone. */
@NullMarked
package dev.regularizer.samples.labeler;

import org.jspecify.annotations.NullMarked;
