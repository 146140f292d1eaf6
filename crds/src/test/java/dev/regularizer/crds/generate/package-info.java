/** Generates the committed CRDs and editor schemas and checks what every field must have. */
@NullMarked
package dev.regularizer.crds.generate;

import org.jspecify.annotations.NullMarked;
