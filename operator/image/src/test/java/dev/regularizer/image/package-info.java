@NullMarked
package dev.regularizer.image;

import org.jspecify.annotations.NullMarked;
