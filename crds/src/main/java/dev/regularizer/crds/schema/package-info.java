/** What the records of all resources share: reading leniently, text forms for CEL. */
@NullMarked
package dev.regularizer.crds.schema;

import org.jspecify.annotations.NullMarked;
