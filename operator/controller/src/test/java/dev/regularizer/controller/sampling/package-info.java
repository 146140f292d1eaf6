@NullMarked
package dev.regularizer.controller.sampling;

import org.jspecify.annotations.NullMarked;
