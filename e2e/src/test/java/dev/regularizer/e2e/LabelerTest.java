package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.cluster.PrometheusServer;
import dev.regularizer.e2e.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Labels go to a labeler, so they count although the pod that answered is gone. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class LabelerTest {
  private static final String LABELED = "model_prediction_labeled_total";

  private static final String SLIS =
      """
      - name: calibration
        calibrationError:
          {objective: "0.05", limit: "0.08", labelDelay: 5s, minimum: 300, source: Labeler}
      - name: wrong
        gate: NoFail
        predictionError:
          {objective: "0.25", limit: "0.35", labelDelay: 5s, minimum: 100, source: Labeler}
      - name: errors
        errorRate: {objective: "0.005", limit: "0.05"}
      """;

  @Test
  void labelsOfAPodThatIsGoneAreCounted(Playground playground) throws IOException {
    var model = playground.model();
    startLabeler(playground);
    model.apply(labelledElsewhere(playground.manifest("stable")));
    model.awaitUpToDate(Duration.ofMinutes(2));
    var traffic = playground.sendRequests();
    model.apply(labelledElsewhere(playground.manifest("better")));
    var trial = model.await("a trial", Playground.LONG, it -> it.candidateWeight() == 50);
    var candidate = trial.candidate().orElseThrow();
    deletePods(playground, candidate);
    model.await("Baking", Playground.LONG, it -> it.phase().equals("Baking"));

    // No window of the bake is over yet: these are the figures of the trial.
    var revision = model.revision(candidate);
    assertThat(revision.outcome()).isEqualTo("Promoted");
    var calibration = revision.sli("calibration").orElseThrow();
    assertThat(calibration.verdict()).isEqualTo("Pass");
    assertThat(calibration.samples())
        .isEqualTo(revision.sli("wrong").orElseThrow().samples())
        .isGreaterThanOrEqualTo(300);
    var done = model.awaitUpToDate(Playground.LONG);
    assertThat(done.stable()).hasValue(candidate);
    // Nobody else had any: the model servers took no label at all.
    var prometheus = new PrometheusServer(playground.cluster());
    var pods = "{namespace=\"%s\",pod=~\"digits-.*\"}".formatted(playground.namespace());
    assertThat(prometheus.count("last_over_time(" + LABELED + pods + "[10m]) > 0")).isZero();
    assertThat(traffic.stop().failed()).isZero();
  }

  private static void startLabeler(Playground playground) throws IOException {
    var client = playground.cluster().client();
    try (var manifest =
        Files.newInputStream(Repository.root().resolve("samples/labeler/labeler.yaml"))) {
      client.load(manifest).inNamespace(playground.namespace()).serverSideApply();
    }
    client
        .resource(routeOfLabels(playground.namespace() + ".example.com"))
        .inNamespace(playground.namespace())
        .serverSideApply();
    client
        .apps()
        .deployments()
        .inNamespace(playground.namespace())
        .withName("labeler")
        .waitUntilReady(60, TimeUnit.SECONDS);
  }

  /** The longer path wins over the route of the model on the same hostname. */
  private static String routeOfLabels(String hostname) {
    return """
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: labels}
    spec:
      parentRefs: [{name: public, namespace: infra}]
      hostnames: [%s]
      rules:
      - matches: [{path: {type: PathPrefix, value: /v1/feedback}}]
        backendRefs: [{name: labeler, port: 80}]
    """
        .formatted(hostname);
  }

  private static void deletePods(Playground playground, String revision) {
    playground
        .cluster()
        .client()
        .pods()
        .inNamespace(playground.namespace())
        .withLabel("regularizer.dev/revision", revision.substring(revision.lastIndexOf('-') + 1))
        .delete();
  }

  /** No path for labels of its own, and tokens that the labeler can read. */
  private static ModelManifest labelledElsewhere(ModelManifest manifest) {
    return manifest
        .with("/spec/slis", SLIS)
        .with("/spec/revision/server", "{port: 8080}")
        .with(
            "/spec/revision/pod/spec/containers/0/env",
            "[{name: MODEL_TOKEN_KEY, valueFrom: {secretKeyRef: {name: model-tokens, key: key}}}]");
  }
}
