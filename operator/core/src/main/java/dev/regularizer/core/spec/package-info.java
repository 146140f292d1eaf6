/** What users ask for, parsed once. */
@NullMarked
package dev.regularizer.core.spec;

import org.jspecify.annotations.NullMarked;
