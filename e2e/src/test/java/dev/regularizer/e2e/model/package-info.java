@NullMarked
package dev.regularizer.e2e.model;

import org.jspecify.annotations.NullMarked;
