/** What the operator reports. */
@NullMarked
package dev.regularizer.crds.status;

import org.jspecify.annotations.NullMarked;
