/** Between resources as they travel and the domain: parsed once on the way in, written once out. */
@NullMarked
package dev.regularizer.controller.wire;

import org.jspecify.annotations.NullMarked;
