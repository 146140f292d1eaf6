package dev.regularizer.controller.traffic;

import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTPRoute of a model. The rule with the weights is always the first one and the others keep
 * the places they have ({@link RoutePlaces} says why). More specific matches win, wherever their
 * rule stands.
 */
public final class RouteRenderer {
  /** Header that leads feedback to the revision that answered. */
  public static final String REVISION_HEADER = "x-model-revision";

  private RouteRenderer() {}

  /**
   * Renders the route.
   *
   * @param weights percent per revision name
   * @param revisions the same revisions
   * @param there the route as it is now, whose order is kept; null when there is none
   */
  public static HTTPRoute render(
      ModelKey key,
      TrafficSpec traffic,
      Map<String, Integer> weights,
      List<RevisionTemplate> revisions,
      @Nullable HTTPRoute there,
      Owner owner) {
    check(weights);
    var places = RoutePlaces.of(there);
    var rules = new ArrayList<HTTPRouteRule>();
    rules.add(
        new HTTPRouteRuleBuilder()
            .withMatches(traffic.matches())
            .withTimeouts(traffic.timeouts())
            .withBackendRefs(
                places.ordered(revisions).stream()
                    .map(revision -> backend(revision, weights.getOrDefault(revision.name(), 0)))
                    .toList())
            .build());
    rules.addAll(feedback(places, revisions, traffic));
    return new HTTPRouteBuilder()
        .withNewMetadata()
        .withName(key.name())
        .withNamespace(key.namespace())
        .withLabels(Labels.ofModel(key.name()))
        .withOwnerReferences(owner.reference())
        .endMetadata()
        .withNewSpec()
        .withParentRefs(traffic.parentRefs())
        .withHostnames(traffic.hostnames())
        .withRules(rules)
        .endSpec()
        .build();
  }

  private static List<HTTPRouteRule> feedback(
      RoutePlaces places, List<RevisionTemplate> revisions, TrafficSpec traffic) {
    var answering = revisions.stream().filter(one -> one.server().feedbackPath() != null).toList();
    return places.feedback(answering).stream()
        .map(place ->
            place
                .map(revision -> feedback(revision, revision.suffix(), traffic))
                .orElseGet(() -> feedback(answering.getLast(), RoutePlaces.HELD, traffic)))
        .toList();
  }

  private static HTTPRouteRule feedback(
      RevisionTemplate revision, String value, TrafficSpec traffic) {
    return new HTTPRouteRuleBuilder()
        .addNewMatch()
        .withNewPath()
        .withType("Exact")
        .withValue(revision.server().feedbackPath())
        .endPath()
        .addNewHeader()
        .withName(REVISION_HEADER)
        .withType("Exact")
        .withValue(value)
        .endHeader()
        .endMatch()
        .withTimeouts(traffic.timeouts())
        .withBackendRefs(backend(revision, 1))
        .build();
  }

  private static HTTPBackendRef backend(RevisionTemplate revision, int weight) {
    return new HTTPBackendRefBuilder()
        .withName(revision.name())
        .withPort(revision.server().port())
        .withWeight(weight)
        .build();
  }

  /** A last line of defence: wrong weights never reach the cluster. */
  private static void check(Map<String, Integer> weights) {
    var sum = 0;
    for (var weight : weights.values()) {
      if (weight < 0 || weight > 100) {
        throw new IllegalArgumentException("weights out of 0..100: " + weights);
      }
      sum += weight;
    }
    if (sum != 100) {
      throw new IllegalArgumentException("weights that do not sum to 100: " + weights);
    }
  }
}
