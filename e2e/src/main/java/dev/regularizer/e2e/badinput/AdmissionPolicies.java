package dev.regularizer.e2e.badinput;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The admission policies of the chart, as it renders them. */
final class AdmissionPolicies implements AutoCloseable {
  private final KubernetesClient client;
  private final List<HasMetadata> policies;

  private AdmissionPolicies(KubernetesClient client, List<HasMetadata> policies) {
    this.client = client;
    this.policies = List.copyOf(policies);
  }

  /** Installs them; they are in force some moments later. */
  static AdmissionPolicies install(KubernetesClient client, Path repository) {
    try (var rendered =
        Files.newInputStream(repository.resolve("e2e/chart/golden/all-namespaces.yaml"))) {
      var policies =
          client.load(rendered).items().stream()
              .filter(it -> it.getKind().startsWith("ValidatingAdmissionPolicy"))
              .toList();
      if (policies.isEmpty()) {
        throw new IllegalStateException("the chart renders no admission policy");
      }
      policies.forEach(
          it -> client.resource(it).fieldManager("badinput").forceConflicts().serverSideApply());
      return new AdmissionPolicies(client, policies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    policies.forEach(it -> client.resource(it).delete());
  }
}
