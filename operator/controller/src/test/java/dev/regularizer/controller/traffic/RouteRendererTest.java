package dev.regularizer.controller.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.observe.Route.Acceptance;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeoutsBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReferenceBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatusBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteRendererTest {
  private static final ModelKey KEY = new ModelKey("vision", "ic");
  private static final Owner OWNER =
      new Owner("regularizer.dev/v1alpha1", "RegularizedModel", "ic", "uid-1");
  private static final TrafficSpec TRAFFIC =
      new TrafficSpec(
          List.of(new ParentReferenceBuilder().withName("public").withNamespace("infra").build()),
          List.of("ic.example.com"),
          List.of(
              new HTTPRouteMatchBuilder()
                  .withNewPath()
                  .withType("PathPrefix")
                  .withValue("/")
                  .endPath()
                  .build()),
          new HTTPRouteTimeoutsBuilder().withRequest("30s").build());

  private static RevisionTemplate revision(String suffix, int port, @Nullable String feedback) {
    return new RevisionTemplate(
        "vision",
        "ic",
        "ic-" + suffix,
        "1",
        new Server(port, port, false, feedback),
        List.of(),
        JsonNodeFactory.instance.objectNode());
  }

  private static HTTPRoute render(Map<String, Integer> weights, RevisionTemplate... revisions) {
    return RouteRenderer.render(KEY, TRAFFIC, weights, List.of(revisions), null, OWNER);
  }

  @Test
  void weightZeroIsWrittenOut() {
    var route =
        render(
            Map.of("ic-aaa", 100, "ic-bbb", 0),
            revision("aaa", 80, null),
            revision("bbb", 81, null));
    assertThat(new KubernetesSerialization().asYaml(route))
        .isEqualToIgnoringWhitespace(
            """
            ---
            apiVersion: "gateway.networking.k8s.io/v1"
            kind: "HTTPRoute"
            metadata:
              labels:
                app.kubernetes.io/managed-by: "regularizer-operator"
                app.kubernetes.io/name: "ic"
                regularizer.dev/model: "ic"
              name: "ic"
              namespace: "vision"
              ownerReferences:
              - apiVersion: "regularizer.dev/v1alpha1"
                kind: "RegularizedModel"
                blockOwnerDeletion: false
                controller: true
                name: "ic"
                uid: "uid-1"
            spec:
              hostnames:
              - "ic.example.com"
              parentRefs:
              - name: "public"
                namespace: "infra"
              rules:
              - backendRefs:
                - name: "ic-aaa"
                  port: 80
                  weight: 100
                - name: "ic-bbb"
                  port: 81
                  weight: 0
                matches:
                - path:
                    type: "PathPrefix"
                    value: "/"
                timeouts:
                  request: "30s"
            """);
  }

  @Test
  void feedbackGoesToTheRevisionThatAnswered() {
    var route =
        render(
            Map.of("ic-aaa", 95, "ic-bbb", 5),
            revision("aaa", 80, "/v1/feedback"),
            revision("bbb", 80, "/v1/feedback"));
    var rules = route.getSpec().getRules();
    assertThat(rules).hasSize(3);
    for (int i = 1; i < 3; i++) {
      var match = rules.get(i).getMatches().getFirst();
      assertThat(match.getPath().getType()).isEqualTo("Exact");
      assertThat(match.getPath().getValue()).isEqualTo("/v1/feedback");
      assertThat(match.getHeaders().getFirst().getName()).isEqualTo("x-model-revision");
      assertThat("ic-" + match.getHeaders().getFirst().getValue())
          .isEqualTo(rules.get(i).getBackendRefs().getFirst().getName());
    }
    assertThat(RouteReader.read(route).weights()).isEqualTo(Map.of("ic-aaa", 95, "ic-bbb", 5));
  }

  @Test
  void wrongWeightsNeverReachTheCluster() {
    assertThatThrownBy(() -> render(Map.of("ic-aaa", 90), revision("aaa", 80, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum");
    assertThatThrownBy(() ->
            render(
                Map.of("ic-aaa", 101, "ic-bbb", -1),
                revision("aaa", 80, null),
                revision("bbb", 80, null)))
        .hasMessageContaining("0..100");
  }

  @Test
  void acceptanceSpeaksOfThisGenerationOnly() {
    assertThat(said(7, "True", 7, "True", 7).acceptance()).isEqualTo(Acceptance.ACCEPTED);
    assertThat(said(7, "True", 6, "True", 7).acceptance()).isEqualTo(Acceptance.PENDING);
    assertThat(said(7, "True", 7, "True", 6).acceptance()).isEqualTo(Acceptance.PENDING);
    assertThat(said(7, "False", 6, "True", 7).acceptance()).isEqualTo(Acceptance.PENDING);
    assertThat(said(7, "Unknown", 7, "True", 7).acceptance()).isEqualTo(Acceptance.PENDING);
  }

  @Test
  void refusalCarriesTheGatewaysWords() {
    var refused = said(7, "True", 7, "False", 7);
    assertThat(refused.acceptance()).isEqualTo(Acceptance.REFUSED);
    assertThat(refused.message()).isEqualTo("Gateway public: Because: words of the gateway");
  }

  @Test
  void aParentNobodySpeaksForIsPendingAndSilent() {
    var route = render(Map.of("ic-aaa", 100), revision("aaa", 80, null));
    assertThat(RouteReader.read(route).acceptance()).isEqualTo(Acceptance.PENDING);
    assertThat(RouteReader.silentParents(route)).containsExactly("Gateway infra/public");
  }

  private static Route said(
      long generation, String accepted, long acceptedFor, String resolved, long resolvedFor) {
    var parent =
        new RouteParentStatusBuilder()
            .withParentRef(TRAFFIC.parentRefs().getFirst())
            .withControllerName("example.com/gateway")
            .withConditions(
                new ConditionBuilder()
                    .withType("Accepted")
                    .withStatus(accepted)
                    .withObservedGeneration(acceptedFor)
                    .withReason("Because")
                    .withMessage("words of the gateway")
                    .build(),
                new ConditionBuilder()
                    .withType("ResolvedRefs")
                    .withStatus(resolved)
                    .withObservedGeneration(resolvedFor)
                    .withReason("Because")
                    .withMessage("words of the gateway")
                    .build())
            .build();
    var route =
        new HTTPRouteBuilder(render(Map.of("ic-aaa", 100), revision("aaa", 80, null)))
            .editMetadata()
            .withGeneration(generation)
            .endMetadata()
            .withNewStatus()
            .withParents(parent)
            .endStatus()
            .build();
    assertThat(RouteReader.silentParents(route)).isEmpty();
    return RouteReader.read(route);
  }
}
