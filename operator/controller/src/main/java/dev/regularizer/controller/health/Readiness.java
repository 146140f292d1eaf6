package dev.regularizer.controller.health;

import java.util.Optional;

/**
 * Whether this replica could serve models: its resources exist in the cluster and its caches are
 * filled. A standby without the lease is ready as well: it takes over from warm caches.
 */
@FunctionalInterface
public interface Readiness {
  /** What is missing; empty when nothing is. */
  Optional<String> missing();
}
