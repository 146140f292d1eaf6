/** What people order with the annotation `regularizer.dev/command`, and how it is answered. */
@NullMarked
package dev.regularizer.core.command;

import org.jspecify.annotations.NullMarked;
