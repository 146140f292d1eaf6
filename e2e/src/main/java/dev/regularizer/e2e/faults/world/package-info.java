/** What a cluster has besides its API server, as fast and as obedient as tests need it. */
@NullMarked
package dev.regularizer.e2e.faults.world;

import org.jspecify.annotations.NullMarked;
