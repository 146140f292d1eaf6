@NullMarked
package dev.regularizer.controller.write;

import org.jspecify.annotations.NullMarked;
