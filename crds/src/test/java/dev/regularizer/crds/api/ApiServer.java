package dev.regularizer.crds.api;

import dev.regularizer.crds.generate.Crds;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The API server of the kubeconfig in {@code KUBECONFIG} with our CRDs in it, and a namespace that
 * goes away again. Without such a server it fails: nothing is skipped.
 */
final class ApiServer implements AutoCloseable {
  private final KubernetesClient client;
  private final String namespace;

  private ApiServer(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  static ApiServer connect() {
    var kubeconfig = System.getenv("KUBECONFIG");
    if (kubeconfig == null || kubeconfig.isBlank()) {
      throw new IllegalStateException(
          "KUBECONFIG is not set: start an API server with e2e/cluster api and export what it"
              + " prints");
    }
    var client = new KubernetesClientBuilder().withConfig(ClientConfig.read()).build();
    for (var crd : Crds.all()) {
      var applied = client.resource(crd).fieldManager("crds-test").forceConflicts();
      applied.serverSideApply();
      client
          .resource(crd)
          .waitUntilCondition(
              c ->
                  c.getStatus() != null
                      && c.getStatus().getConditions().stream()
                          .anyMatch(d ->
                              d.getType().equals("Established") && d.getStatus().equals("True")),
              30,
              TimeUnit.SECONDS);
    }
    var namespace =
        client
            .resource(
                new NamespaceBuilder()
                    .withNewMetadata()
                    .withGenerateName("crds-")
                    .endMetadata()
                    .build())
            .create();
    return new ApiServer(client, namespace.getMetadata().getName());
  }

  /** What is wrong with a new object; nothing is stored. */
  List<Refusal> refusals(ObjectTree object) {
    return refusalsOf(
        () -> resource(object).dryRun(true).fieldValidation(Validation.STRICT).create());
  }

  /** What is wrong with a change of a stored object; the change is not stored. */
  List<Refusal> refusals(ObjectTree before, ObjectTree after) {
    var stored = resource(before).create();
    try {
      var changed = after.resource();
      changed.getMetadata().setResourceVersion(stored.getMetadata().getResourceVersion());
      return refusalsOf(
          () -> client.resource(changed).inNamespace(namespace).dryRun(true).update());
    } finally {
      client.resource(stored).delete();
    }
  }

  /** Stores an object and reads it back. */
  GenericKubernetesResource stored(ObjectTree object) {
    return resource(object).create();
  }

  KubernetesClient client() {
    return client;
  }

  String namespace() {
    return namespace;
  }

  private Resource<GenericKubernetesResource> resource(ObjectTree object) {
    return client.resource(object.resource()).inNamespace(namespace);
  }

  private static List<Refusal> refusalsOf(Runnable request) {
    try {
      request.run();
      return List.of();
    } catch (KubernetesClientException e) {
      return Refusal.of(e);
    }
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }
}
