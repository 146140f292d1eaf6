package dev.regularizer.controller.traffic;

import dev.regularizer.controller.workload.RevisionTemplate;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where revisions stand in the route that is there. They keep their places while they are in it:
 * Envoy Gateway names its clusters after the position of a rule, so that a rule which moves up when
 * another one goes is answered 503 until the new cluster is known everywhere.
 *
 * @param backends names in the rule with the weights, in order
 * @param feedback header values of the feedback rules, in order
 */
record RoutePlaces(List<String> backends, List<String> feedback) {
  /** Nothing is there yet. */
  static final RoutePlaces NONE = new RoutePlaces(List.of(), List.of());

  /** Header value of a rule that only holds a place; no revision is called so. */
  static final String HELD = "none";

  RoutePlaces {
    backends = List.copyOf(backends);
    feedback = List.copyOf(feedback);
  }

  static RoutePlaces of(@Nullable HTTPRoute route) {
    if (route == null || route.getSpec() == null || route.getSpec().getRules().isEmpty()) {
      return NONE;
    }
    var rules = route.getSpec().getRules();
    return new RoutePlaces(
        rules.getFirst().getBackendRefs().stream().map(backend -> backend.getName()).toList(),
        rules.stream().skip(1).map(RoutePlaces::revision).toList());
  }

  /** Those that are there in their order, then the new ones. */
  List<RevisionTemplate> ordered(List<RevisionTemplate> revisions) {
    var all = new ArrayList<RevisionTemplate>();
    backends.forEach(
        name -> revisions.stream().filter(one -> one.name().equals(name)).forEach(all::add));
    revisions.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }

  /**
   * The feedback rules: each revision at its place, a new one at the first free place. A free place
   * before a taken one is held (empty).
   */
  List<Optional<RevisionTemplate>> feedback(List<RevisionTemplate> revisions) {
    var places = new ArrayList<Optional<RevisionTemplate>>();
    for (var suffix : feedback) {
      places.add(revisions.stream().filter(one -> one.suffix().equals(suffix)).findFirst());
    }
    for (var revision : revisions) {
      var wanted = Optional.of(revision);
      if (!places.contains(wanted)) {
        int free = places.indexOf(Optional.<RevisionTemplate>empty());
        if (free < 0) {
          places.add(wanted);
        } else {
          places.set(free, wanted);
        }
      }
    }
    while (!places.isEmpty() && places.getLast().isEmpty()) {
      places.removeLast();
    }
    return places;
  }

  private static String revision(HTTPRouteRule rule) {
    return rule.getMatches().stream()
        .flatMap(match -> match.getHeaders().stream())
        .filter(header -> RouteRenderer.REVISION_HEADER.equalsIgnoreCase(header.getName()))
        .map(header -> Objects.requireNonNullElse(header.getValue(), HELD))
        .findFirst()
        .orElse(HELD);
  }
}
