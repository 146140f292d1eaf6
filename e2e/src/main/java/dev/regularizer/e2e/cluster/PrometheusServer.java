package dev.regularizer.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The Prometheus of the cluster, stopped and started by scaling its Deployment. */
public final class PrometheusServer {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Cluster cluster;

  public PrometheusServer(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Ends it; returns when no pod of it is left. */
  public void stop() {
    scale(0);
    var name = cluster.options().prometheusWorkload();
    var selector = deployment().get().getSpec().getSelector();
    cluster
        .client()
        .pods()
        .inNamespace(name.namespace())
        .withLabelSelector(selector)
        .informOnCondition(pods -> pods.isEmpty())
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /** Starts it again; returns when it answers. */
  public void start() {
    scale(1);
    deployment()
        .waitUntilCondition(
            found -> found != null && Objects.equals(found.getStatus().getReadyReplicas(), 1),
            LIMIT.toSeconds(),
            TimeUnit.SECONDS);
  }

  /** How many series a query finds now; asked through the API server. */
  public int count(String query) {
    var name = cluster.options().prometheusWorkload();
    var answer =
        cluster
            .client()
            .raw(
                "/api/v1/namespaces/%s/services/%s:9090/proxy/api/v1/query?query=%s"
                    .formatted(
                        name.namespace(),
                        name.name(),
                        URLEncoder.encode(query, StandardCharsets.UTF_8)));
    return Serialization.unmarshal(answer, JsonNode.class).at("/data/result").size();
  }

  private void scale(int replicas) {
    deployment().scale(replicas);
  }

  private RollableScalableResource<Deployment> deployment() {
    var name = cluster.options().prometheusWorkload();
    return cluster
        .client()
        .apps()
        .deployments()
        .inNamespace(name.namespace())
        .withName(name.name());
  }
}
