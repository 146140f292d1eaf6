package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.model.ModelManifest;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a spec asks for that cannot be done is said in a condition, and what ran before goes on. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class BadInputTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  /**
   * One thing that is wrong.
   *
   * @param condition and the reason it has to give
   * @param named what its message has to name
   */
  record Case(
      String what,
      UnaryOperator<ModelManifest> change,
      String condition,
      String reason,
      String named) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "a pod template that the API server refuses",
            spec ->
                spec.with("/spec/revision/model/version", "2.0.0")
                    .with(
                        "/spec/revision/pod/spec/containers",
                        "[{name: model, image: example, ports: [{containerPort: 99999}]}]"),
            "Accepted",
            "TemplateRefused",
            "containerPort"),
        new Case(
            "a Prometheus connection that is not configured",
            spec ->
                spec.with("/spec/revision/model/version", "2.1.0")
                    .with("/spec/metrics", "{connection: nowhere}"),
            "PolicyValid",
            "UnknownConnection",
            "nowhere"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSaidAndStableServesOn(Case wrong, Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var stable = model.view().stable();

    model.apply(wrong.change().apply(playground.manifest("stable")));
    var seen =
        model.await(
            wrong.reason(),
            SOON,
            it ->
                it.condition(wrong.condition())
                    .filter(found -> found.status().equals("False"))
                    .filter(found -> found.reason().equals(wrong.reason()))
                    .isPresent());

    assertThat(seen.condition(wrong.condition()).orElseThrow().message()).contains(wrong.named());
    assertThat(seen.stable()).isEqualTo(stable);
    assertThat(seen.is("Available", "True")).isTrue();
    var counts = traffic.stop();
    assertThat(counts.requests()).isPositive();
    assertThat(counts.failed()).isZero();
  }

  @Test
  void aMissingGatewayIsNamed(Playground playground) {
    var model = playground.model();

    model.apply(
        playground
            .manifest("stable")
            .with("/spec/traffic/gatewayAPI/parentRefs", "[{name: no-such-gateway}]"));
    var seen =
        model.await(
            "a condition about the gateway",
            SOON,
            it ->
                it.condition("TrafficApplied")
                    .filter(found -> found.status().equals("False"))
                    .filter(found -> found.message().contains("no-such-gateway"))
                    .isPresent());

    assertThat(seen.is("Ready", "True")).isFalse();
  }

  @Test
  void aServiceOfSomebodyElseIsNotTouched(Playground playground) {
    var client = playground.cluster().client();
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName("digits")
                .withNamespace(playground.namespace())
                .addToLabels("owner", "somebody-else")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "other")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build())
        .create();
    var model = playground.model();

    model.apply(playground.manifest("stable"));
    var seen = model.await("NameConflict", SOON, it -> it.is("Stalled", "True"));

    var stalled = seen.condition("Stalled").orElseThrow();
    assertThat(stalled.reason()).isEqualTo("NameConflict");
    assertThat(stalled.message()).contains("Service").contains("digits");
    var service =
        client.services().inNamespace(playground.namespace()).withName("digits").require();
    assertThat(service.getSpec().getSelector()).containsOnlyKeys("app");
    assertThat(service.getMetadata().getLabels()).containsEntry("owner", "somebody-else");
  }
}
