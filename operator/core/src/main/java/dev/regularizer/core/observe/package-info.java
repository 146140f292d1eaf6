/** What a pass sees of the cluster and of Prometheus. */
@NullMarked
package dev.regularizer.core.observe;

import org.jspecify.annotations.NullMarked;
