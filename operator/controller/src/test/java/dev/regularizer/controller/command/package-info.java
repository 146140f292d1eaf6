@NullMarked
package dev.regularizer.controller.command;

import org.jspecify.annotations.NullMarked;
