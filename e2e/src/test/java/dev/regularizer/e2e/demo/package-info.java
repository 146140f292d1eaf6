@NullMarked
package dev.regularizer.e2e.demo;

import org.jspecify.annotations.NullMarked;
