@NullMarked
package dev.regularizer.e2e.bench;

import org.jspecify.annotations.NullMarked;
