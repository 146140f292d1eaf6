package dev.regularizer.core.observe;

import java.util.Map;

/**
 * The HTTPRoute as observed.
 *
 * @param exists whether it is there
 * @param weights percent per revision name, as written in its spec
 * @param acceptance what the gateway says of exactly this generation
 * @param message the gateway's words when it did not accept
 */
public record Route(
    boolean exists, Map<String, Integer> weights, Acceptance acceptance, String message) {
  /** Nothing routes to the model. */
  public static final Route ABSENT = new Route(false, Map.of(), Acceptance.PENDING, "");

  /** Whether every parent took the current generation with all its references resolved. */
  public enum Acceptance {
    PENDING,
    ACCEPTED,
    REFUSED
  }

  public Route {
    weights = Map.copyOf(weights);
  }

  /** Percent written for a revision; 0 when it is not named. */
  public int weight(String revision) {
    return weights.getOrDefault(revision, 0);
  }

  /** The route is in force and gives the revision exactly this weight. */
  public boolean carries(String revision, int weight) {
    return exists && acceptance == Acceptance.ACCEPTED && weight(revision) == weight;
  }
}
