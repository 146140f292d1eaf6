/** Commands for people and pipelines: they run beside the operator or on a laptop. */
@NullMarked
package dev.regularizer.controller.command;

import org.jspecify.annotations.NullMarked;
