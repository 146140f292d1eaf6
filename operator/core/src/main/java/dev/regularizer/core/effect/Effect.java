package dev.regularizer.core.effect;

import java.util.Map;

/**
 * Something the process does after the status is written. Each is idempotent and skipped when
 * nothing differs.
 */
public sealed interface Effect {

  /**
   * Creates the ModelRevision of the spec, with its template rendered once.
   *
   * @param name of the revision
   */
  record CreateRevision(String name, int hashVersion, int collision, String sha256)
      implements Effect {}

  /** ConfigMap, Service and Deployment of a revision, from its stored template. */
  record ApplyWorkload(String revision, int replicas) implements Effect {}

  /** Takes the pods of a revision away; only for one that gets no traffic. */
  record ScaleDown(String revision) implements Effect {}

  /**
   * The model's route.
   *
   * @param weights percent per revision, summing to 100, zero written out
   * @param raises whether the candidate gets more than it has: needs a fresh read first
   */
  record ApplyRoute(Map<String, Integer> weights, boolean raises) implements Effect {
    public ApplyRoute {
      weights = Map.copyOf(weights);
    }
  }

  /** The Service that always leads to the stable revision. */
  record ApplyStableService(String revision) implements Effect {}

  /** Deletes a revision beyond the history limit with its Deployment, Service and ConfigMap. */
  record Prune(String revision) implements Effect {}

  /**
   * An Event on the model.
   *
   * @param warning type Warning instead of Normal
   * @param key identity of the decision, so that a repeated pass emits nothing new
   */
  record Emit(boolean warning, String reason, String message, String key) implements Effect {}
}
