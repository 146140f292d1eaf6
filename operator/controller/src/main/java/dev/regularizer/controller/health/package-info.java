/** Whether the process lives and is ready, and the port that says so. */
@NullMarked
package dev.regularizer.controller.health;

import org.jspecify.annotations.NullMarked;
