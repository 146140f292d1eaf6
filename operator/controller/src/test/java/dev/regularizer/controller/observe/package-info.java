@NullMarked
package dev.regularizer.controller.observe;

import org.jspecify.annotations.NullMarked;
