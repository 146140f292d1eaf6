/** A real cluster: how it is reached, what is installed in it, how its parts are stopped. */
@NullMarked
package dev.regularizer.e2e.cluster;

import org.jspecify.annotations.NullMarked;
