package dev.regularizer.e2e.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The operator, installed from its chart as a user installs it. */
public final class Operator {
  public static final String NAMESPACE = "regularizer-system";
  public static final String RELEASE = "regularizer-operator";

  private final Cluster cluster;
  private final Path chart;

  /**
   * @param repository root of the source tree
   */
  public Operator(Cluster cluster, Path repository) {
    this.cluster = cluster;
    this.chart = repository.resolve("charts/regularizer-operator");
  }

  /** Installs or upgrades the release and waits until its pod is ready. */
  public void install(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "upgrade",
                "--install",
                RELEASE,
                chart.toString(),
                "--namespace",
                NAMESPACE,
                "--create-namespace",
                // A release that was removed has left its CRDs.
                "--take-ownership",
                "--wait",
                "--timeout",
                "3m",
                "--set",
                "image.repository=" + cluster.options().images() + "regularizer-operator",
                "--set",
                "prometheus.connections[0].name=default",
                "--set",
                "prometheus.connections[0].url=" + cluster.options().prometheusUrl(),
                "--set",
                "prometheus.connections[0].scrapeInterval=2s",
                "--set",
                "prometheus.connections[0].ingestionLag=1s"));
    arguments.addAll(List.of(more));
    cluster.helm(arguments.toArray(String[]::new)).succeed();
  }

  /** The pods of the release, the finished ones left out. */
  public List<Pod> pods() {
    return cluster
        .client()
        .pods()
        .inNamespace(NAMESPACE)
        .withLabel("app.kubernetes.io/instance", RELEASE)
        .list()
        .getItems()
        .stream()
        .filter(pod -> !List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase()))
        .toList();
  }

  /** What its pods logged, the container before a restart included. */
  public String log() {
    var text = new StringBuilder();
    for (var pod : pods()) {
      var name = pod.getMetadata().getName();
      text.append("== ").append(name).append('\n');
      text.append(cluster.kubectl("-n", NAMESPACE, "logs", name, "--previous").run().output());
      text.append(cluster.kubectl("-n", NAMESPACE, "logs", name).run().output());
    }
    return text.toString();
  }
}
