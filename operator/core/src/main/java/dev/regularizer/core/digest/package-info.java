/** What makes two revisions the same. */
@NullMarked
package dev.regularizer.core.digest;

import org.jspecify.annotations.NullMarked;
