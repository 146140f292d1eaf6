/** Real requests with real labels through the gateway. */
@NullMarked
package dev.regularizer.e2e.traffic;

import org.jspecify.annotations.NullMarked;
