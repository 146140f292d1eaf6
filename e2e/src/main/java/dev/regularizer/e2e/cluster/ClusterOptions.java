package dev.regularizer.e2e.cluster;

import java.util.Optional;

/**
 * Which cluster to use and where its parts are; the defaults fit the local cluster.
 *
 * @param context of the kubeconfig; empty: the current one
 * @param gateway the Gateway that routes attach to
 * @param prometheusUrl as the operator reaches it
 * @param prometheusWorkload the Deployment that is stopped and started
 * @param images what the names of the two images begin with, such as `registry.example.com/team/`
 */
public record ClusterOptions(
    Optional<String> context,
    ObjectName gateway,
    String prometheusUrl,
    ObjectName prometheusWorkload,
    String images) {

  /** The local cluster of `e2e/cluster`. */
  public static ClusterOptions local() {
    return new ClusterOptions(
        Optional.empty(),
        new ObjectName("infra", "public"),
        "http://prometheus.monitoring:9090",
        new ObjectName("monitoring", "prometheus"),
        "");
  }

  /** The same parts in another kubeconfig context. */
  public ClusterOptions withContext(String name) {
    return new ClusterOptions(
        Optional.of(name), gateway, prometheusUrl, prometheusWorkload, images);
  }

  public ClusterOptions withGateway(ObjectName name) {
    return new ClusterOptions(context, name, prometheusUrl, prometheusWorkload, images);
  }

  public ClusterOptions withPrometheusUrl(String url) {
    return new ClusterOptions(context, gateway, url, prometheusWorkload, images);
  }

  public ClusterOptions withPrometheusWorkload(ObjectName name) {
    return new ClusterOptions(context, gateway, prometheusUrl, name, images);
  }

  public ClusterOptions withImages(String prefix) {
    return new ClusterOptions(context, gateway, prometheusUrl, prometheusWorkload, prefix);
  }
}
