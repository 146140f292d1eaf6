package dev.regularizer.controller.traffic;

import dev.regularizer.core.observe.Route;
import dev.regularizer.core.observe.Route.Acceptance;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTPRoute says right now: the weights in its spec, the gateway's words in its status. */
public final class RouteReader {
  private static final List<String> REQUIRED = List.of("Accepted", "ResolvedRefs");

  private RouteReader() {}

  /** The route as observed. */
  public static Route read(HTTPRoute route) {
    var weights = weights(route);
    var pending = false;
    for (var parent : parents(route)) {
      var said = status(route, parent);
      for (var type : REQUIRED) {
        var condition = said.flatMap(status -> current(route, status, type));
        if (condition.isEmpty() || condition.get().getStatus().equals("Unknown")) {
          pending = true;
        } else if (condition.get().getStatus().equals("False")) {
          return new Route(true, weights, Acceptance.REFUSED, words(parent, condition.get()));
        }
      }
    }
    return new Route(true, weights, pending ? Acceptance.PENDING : Acceptance.ACCEPTED, "");
  }

  /** Parents no gateway controller has said anything about. */
  public static List<String> silentParents(HTTPRoute route) {
    return parents(route).stream()
        .filter(parent -> status(route, parent).isEmpty())
        .map(parent ->
            kind(parent) + " " + namespace(route, parent.getNamespace()) + "/" + parent.getName())
        .toList();
  }

  private static Map<String, Integer> weights(HTTPRoute route) {
    var weights = new HashMap<String, Integer>();
    var rules = Optional.ofNullable(route.getSpec()).map(spec -> spec.getRules()).orElse(List.of());
    if (!rules.isEmpty()) {
      for (var backend : rules.getFirst().getBackendRefs()) {
        weights.merge(
            backend.getName(), Objects.requireNonNullElse(backend.getWeight(), 1), Integer::sum);
      }
    }
    return weights;
  }

  private static List<ParentReference> parents(HTTPRoute route) {
    return Optional.ofNullable(route.getSpec()).map(spec -> spec.getParentRefs()).orElse(List.of());
  }

  private static Optional<RouteParentStatus> status(HTTPRoute route, ParentReference parent) {
    return Optional.ofNullable(route.getStatus()).stream()
        .flatMap(status -> status.getParents().stream())
        .filter(said -> same(route, said.getParentRef(), parent))
        .findFirst();
  }

  private static boolean same(HTTPRoute route, ParentReference one, ParentReference other) {
    return kind(one).equals(kind(other))
        && one.getName().equals(other.getName())
        && namespace(route, one.getNamespace()).equals(namespace(route, other.getNamespace()))
        && Objects.equals(one.getSectionName(), other.getSectionName())
        && Objects.equals(one.getPort(), other.getPort());
  }

  /** The condition, if it speaks of the generation that is there now. */
  private static Optional<Condition> current(HTTPRoute route, RouteParentStatus said, String type) {
    return said.getConditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .filter(condition ->
            Objects.equals(condition.getObservedGeneration(), route.getMetadata().getGeneration()))
        .findFirst();
  }

  private static String words(ParentReference parent, Condition condition) {
    return kind(parent)
        + " "
        + parent.getName()
        + ": "
        + condition.getReason()
        + ": "
        + condition.getMessage();
  }

  private static String kind(ParentReference parent) {
    return Objects.requireNonNullElse(parent.getKind(), "Gateway");
  }

  private static String namespace(HTTPRoute route, @Nullable String namespace) {
    return Objects.requireNonNullElse(namespace, route.getMetadata().getNamespace());
  }
}
