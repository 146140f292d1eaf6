package dev.regularizer.crds.api;

import dev.regularizer.crds.generate.Crds;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The API server of the kubeconfig in {@code KUBECONFIG} with our CRDs in it, and a namespace. Both
 * go away again, CRDs that were there before stay. Without such a server it fails: nothing is
 * skipped.
 */
final class ApiServer implements AutoCloseable {
  private final KubernetesClient client;
  private final String namespace;
  private final List<CustomResourceDefinition> added;

  private ApiServer(
      KubernetesClient client, String namespace, List<CustomResourceDefinition> added) {
    this.client = client;
    this.namespace = namespace;
    this.added = List.copyOf(added);
  }

  static ApiServer connect() {
    var kubeconfig = System.getenv("KUBECONFIG");
    if (kubeconfig == null || kubeconfig.isBlank()) {
      throw new IllegalStateException(
          "KUBECONFIG is not set: start an API server with e2e/cluster api and export what it"
              + " prints");
    }
    var client = new KubernetesClientBuilder().withConfig(ClientConfig.read()).build();
    var added = new ArrayList<CustomResourceDefinition>();
    for (var crd : Crds.all()) {
      if (client.resource(crd).get() == null) {
        added.add(crd);
      }
      client.resource(crd).fieldManager("crds-test").forceConflicts().serverSideApply();
      client.resource(crd).waitUntilCondition(ApiServer::isEstablished, 30, TimeUnit.SECONDS);
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
    return new ApiServer(client, namespace.getMetadata().getName(), added);
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

  /** The object as the server would store it. */
  GenericKubernetesResource completed(ObjectTree object) {
    return resource(object).dryRun(true).create();
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

  private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
    return crd != null
        && crd.getStatus() != null
        && crd.getStatus().getConditions() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    for (var crd : added) {
      client.resource(crd).delete();
      client.resource(crd).waitUntilCondition(Objects::isNull, 30, TimeUnit.SECONDS);
    }
    client.close();
  }
}
