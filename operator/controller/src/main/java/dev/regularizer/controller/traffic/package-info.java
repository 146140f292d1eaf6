/** How weights become a route, and what the gateway says about it. */
@NullMarked
package dev.regularizer.controller.traffic;

import org.jspecify.annotations.NullMarked;
