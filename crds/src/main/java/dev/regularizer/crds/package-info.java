/** The custom resources as they travel: RegularizedModel and ModelRevision. */
@NullMarked
package dev.regularizer.crds;

import org.jspecify.annotations.NullMarked;
