@NullMarked
package dev.regularizer.controller.wire;

import org.jspecify.annotations.NullMarked;
