package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.Route;
import java.util.Map;

/**
 * The HTTPRoute.
 *
 * @param version resourceVersion; changes with the gateway's answer, too
 */
record StoredRoute(long version, Map<String, Integer> weights, Route.Acceptance acceptance)
    implements Fingerprinted {
  StoredRoute {
    weights = Map.copyOf(weights);
  }

  int weight(int revision) {
    return weights.getOrDefault(Wish.name(revision), 0);
  }

  StoredRoute answered(long next, Route.Acceptance answer) {
    return new StoredRoute(next, weights, answer);
  }

  Route observed() {
    return new Route(
        true,
        weights,
        acceptance,
        acceptance == Route.Acceptance.REFUSED ? "the gateway refuses it" : "");
  }

  @Override
  public long fingerprint(int tick) {
    var mix = Mix.START.with(acceptance);
    for (int i = 0; i < Wish.REVISIONS; i++) {
      mix = mix.with(weights.getOrDefault(Wish.name(i), -1));
    }
    return mix.value();
  }
}
