@NullMarked
package dev.regularizer.controller.cache;

import org.jspecify.annotations.NullMarked;
