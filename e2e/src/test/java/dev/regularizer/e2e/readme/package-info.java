@NullMarked
package dev.regularizer.e2e.readme;

import org.jspecify.annotations.NullMarked;
