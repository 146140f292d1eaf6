/** How a new revision gets its traffic and what surrounds a model. */
@NullMarked
package dev.regularizer.crds.rollout;

import org.jspecify.annotations.NullMarked;
