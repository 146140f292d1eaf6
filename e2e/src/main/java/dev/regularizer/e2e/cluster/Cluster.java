package dev.regularizer.e2e.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A cluster that is there, seen with the rights of its administrator. */
public final class Cluster implements AutoCloseable {
  /** Marks the namespaces that tests and demo made, so that a later run can remove them. */
  public static final String MADE_BY = "regularizer.dev/e2e";

  private final ClusterOptions options;
  private final KubernetesClient client;

  private Cluster(ClusterOptions options, KubernetesClient client) {
    this.options = options;
    this.client = client;
  }

  /** Connects as the kubeconfig says, `$KUBECONFIG` included. */
  public static Cluster connect(ClusterOptions options) {
    var config = Config.autoConfigure(options.context().orElse(null));
    return new Cluster(options, new KubernetesClientBuilder().withConfig(config).build());
  }

  public KubernetesClient client() {
    return client;
  }

  public ClusterOptions options() {
    return options;
  }

  /** `kubectl` for this cluster. */
  public Command kubectl(String... arguments) {
    var words = new ArrayList<String>(List.of("kubectl"));
    options.context().ifPresent(name -> words.addAll(List.of("--context", name)));
    words.addAll(List.of(arguments));
    return new Command(words, Duration.ofMinutes(2));
  }

  /** `helm` for this cluster. */
  public Command helm(String... arguments) {
    var words = new ArrayList<String>(List.of("helm"));
    options.context().ifPresent(name -> words.addAll(List.of("--kube-context", name)));
    words.addAll(List.of(arguments));
    return new Command(words, Duration.ofMinutes(5));
  }

  /** Makes a namespace that carries our mark. */
  public void createNamespace(String name) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(MADE_BY, "true")
                .endMetadata()
                .build())
        .serverSideApply();
  }

  /** Removes a namespace and waits until it is gone. */
  public void deleteNamespace(String name) {
    client.namespaces().withName(name).withTimeoutInMillis(120_000).delete();
  }

  /** Where requests for models are sent: the first address of the Gateway, at its HTTP listener. */
  public URI gatewayAddress() {
    var gateway = options.gateway();
    var found =
        client
            .genericKubernetesResources("gateway.networking.k8s.io/v1", "Gateway")
            .inNamespace(gateway.namespace())
            .withName(gateway.name())
            .get();
    if (found == null) {
      throw new IllegalStateException(
          "there is no Gateway %s; name yours with --gateway NAMESPACE/NAME".formatted(gateway));
    }
    String address = found.get("status", "addresses", 0, "value");
    Integer port = found.get("spec", "listeners", 0, "port");
    if (address == null || port == null) {
      throw new IllegalStateException(
          "Gateway %s has no address yet: its status has no addresses".formatted(gateway));
    }
    return URI.create("http://%s:%d".formatted(address, port));
  }

  @Override
  public void close() {
    client.close();
  }
}
