/** From caches and mailboxes to one immutable value that decisions are made on. */
@NullMarked
package dev.regularizer.controller.observe;

import org.jspecify.annotations.NullMarked;
