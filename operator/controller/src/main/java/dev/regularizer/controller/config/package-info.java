/** The operator's configuration file, parsed once into one immutable record. */
@NullMarked
package dev.regularizer.controller.config;

import org.jspecify.annotations.NullMarked;
