/** Makes container images without a container engine: a jlink runtime, the C library, the jars. */
@NullMarked
package dev.regularizer.image;

import org.jspecify.annotations.NullMarked;
