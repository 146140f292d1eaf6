/** What makes a revision: model, regularizers, figures of the training, server, pod template. */
@NullMarked
package dev.regularizer.crds.revision;

import org.jspecify.annotations.NullMarked;
