@NullMarked
package dev.regularizer.controller.traffic;

import org.jspecify.annotations.NullMarked;
