/** Parts of the documentation that a bench writes. */
@NullMarked
package dev.regularizer.e2e.generated;

import org.jspecify.annotations.NullMarked;
