@NullMarked
package dev.regularizer.controller.config;

import org.jspecify.annotations.NullMarked;
