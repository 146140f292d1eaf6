/** Events for people. */
@NullMarked
package dev.regularizer.controller.events;

import org.jspecify.annotations.NullMarked;
