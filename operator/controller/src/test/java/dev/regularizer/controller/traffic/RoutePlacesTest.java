package dev.regularizer.controller.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A revision keeps its place in the route from its first request to its last. */
class RoutePlacesTest {
  private static final Owner OWNER =
      new Owner("regularizer.dev/v1alpha1", "RegularizedModel", "ic", "uid-1");

  @Test
  void theRuleWithTheWeightsIsAlwaysTheFirst() {
    var route = next(next(null, "kkk"), "bbb", "kkk");
    var first = route.getSpec().getRules().getFirst();
    assertThat(first.getMatches().getFirst().getPath().getType()).isEqualTo("PathPrefix");
    assertThat(backends(route)).containsExactly("ic-kkk", "ic-bbb");
  }

  @Test
  void aCandidateComesAfterStable() {
    assertThat(feedback(next(next(null, "kkk"), "bbb", "kkk"))).containsExactly("kkk", "bbb");
  }

  @Test
  void theOneThatStaysDoesNotMoveWhenTheFirstGoes() {
    var promoted = next(next(next(null, "kkk"), "bbb", "kkk"), "bbb");
    assertThat(feedback(promoted)).containsExactly("none", "bbb");
    assertThat(promoted.getSpec().getRules().get(1).getBackendRefs().getFirst().getName())
        .isEqualTo("ic-bbb");
  }

  @Test
  void theNextCandidateTakesTheHeldPlace() {
    var promoted = next(next(next(null, "kkk"), "bbb", "kkk"), "bbb");
    assertThat(feedback(next(promoted, "bbb", "zzz"))).containsExactly("zzz", "bbb");
  }

  @Test
  void noPlaceIsHeldBehindTheLast() {
    var rolledBack = next(next(next(null, "kkk"), "bbb", "kkk"), "kkk");
    assertThat(feedback(rolledBack)).containsExactly("kkk");
  }

  @Test
  void theSameWishGivesTheSameRoute() {
    var trial = next(next(null, "kkk"), "bbb", "kkk");
    assertThat(next(trial, "kkk", "bbb")).isEqualTo(trial);
    var promoted = next(trial, "bbb");
    assertThat(next(promoted, "bbb")).isEqualTo(promoted);
  }

  private static HTTPRoute next(@Nullable HTTPRoute there, String... suffixes) {
    var weights = new TreeMap<String, Integer>();
    for (var suffix : suffixes) {
      weights.put("ic-" + suffix, 100 / suffixes.length);
    }
    var traffic =
        new TrafficSpec(
            List.of(),
            List.of("ic.example.com"),
            List.of(
                new HTTPRouteMatchBuilder()
                    .withNewPath()
                    .withType("PathPrefix")
                    .withValue("/")
                    .endPath()
                    .build()),
            null);
    return RouteRenderer.render(
        new ModelKey("vision", "ic"),
        traffic,
        weights,
        weights.keySet().stream().map(RoutePlacesTest::revision).toList(),
        there,
        OWNER);
  }

  private static RevisionTemplate revision(String name) {
    return new RevisionTemplate(
        "vision",
        "ic",
        name,
        "1",
        new Server(80, 80, false, "/v1/feedback"),
        List.of(),
        JsonNodeFactory.instance.objectNode());
  }

  private static List<String> backends(HTTPRoute route) {
    return route.getSpec().getRules().getFirst().getBackendRefs().stream()
        .map(backend -> backend.getName())
        .toList();
  }

  private static List<String> feedback(HTTPRoute route) {
    return route.getSpec().getRules().stream()
        .skip(1)
        .map(rule -> rule.getMatches().getFirst().getHeaders().getFirst().getValue())
        .toList();
  }
}
