/** Service-level indicators: what must stay true. */
@NullMarked
package dev.regularizer.crds.sli;

import org.jspecify.annotations.NullMarked;
