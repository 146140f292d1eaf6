package dev.regularizer.e2e.faults.cell;

import dev.regularizer.e2e.faults.proxy.Identity;
import dev.regularizer.e2e.faults.proxy.Upstream;
import dev.regularizer.e2e.faults.world.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * An API server with the CRDs and the operator's rights, and the world around it.
 *
 * @param client an administrator's, without faults
 */
record Laboratory(
    KubernetesClient client, Upstream upstream, Identity identity, World world, History history)
    implements AutoCloseable {
  /** Whom the API server takes the operator for; the chart's rights are bound to it. */
  static final String OPERATOR =
      "system:serviceaccount:regularizer-system:demo-regularizer-operator";

  private static final Set<String> RIGHTS = Set.of("ClusterRole", "ClusterRoleBinding");

  /** Prepares the API server of `$KUBECONFIG`, whose audit log is given. */
  static Laboratory prepare(Path repository, Path audit) {
    var config = Config.autoConfigure(null);
    var client = new KubernetesClientBuilder().withConfig(config).build();
    apply(client, repository.resolve("crds/regularizedmodels.regularizer.dev.yaml"), false);
    apply(client, repository.resolve("crds/modelrevisions.regularizer.dev.yaml"), false);
    apply(client, repository.resolve("e2e/chart/golden/all-namespaces.yaml"), true);
    return new Laboratory(
        client,
        Upstream.of(config, OPERATOR),
        Identity.make(),
        new World(client),
        new History(audit));
  }

  private static void apply(KubernetesClient client, Path file, boolean rightsOnly) {
    try (var content = Files.newInputStream(file)) {
      for (HasMetadata object : client.load(content).items()) {
        if (!rightsOnly || RIGHTS.contains(object.getKind())) {
          client.resource(object).forceConflicts().serverSideApply();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    history.close();
    world.close();
    client.close();
  }
}
