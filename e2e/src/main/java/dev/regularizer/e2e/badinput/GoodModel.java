package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A model beside the malformed ones: every change of it has to arrive, whatever came before. */
final class GoodModel {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final KubernetesClient client;
  private final LiveModel model;
  private final ModelManifest manifest;
  private int replicas;

  GoodModel(KubernetesClient client, LiveModel model, ModelManifest manifest) {
    this.client = client;
    this.model = model;
    this.manifest = manifest;
  }

  /**
   * Raises its size by one, since a model without ready pods is never made smaller, and waits until
   * its Deployment has it; milliseconds that took.
   */
  long change() {
    replicas++;
    var began = System.nanoTime();
    var generation =
        model
            .apply(manifest.with("/spec/replicas", JsonNodeFactory.instance.numberNode(replicas)))
            .generation();
    var acted =
        model.await(
            "the change of a good model",
            SOON,
            it ->
                it.object().at("/status/observedGeneration").asLong() >= generation
                    && it.is("Accepted", "True")
                    && it.candidate().isPresent());
    awaitSize(acted.candidate().orElseThrow());
    return (System.nanoTime() - began) / 1_000_000;
  }

  private void awaitSize(String revision) {
    client
        .apps()
        .deployments()
        .inNamespace(model.namespace())
        .withName(revision)
        .waitUntilCondition(
            it -> it != null && Objects.equals(it.getSpec().getReplicas(), replicas),
            SOON.toSeconds(),
            TimeUnit.SECONDS);
  }
}
