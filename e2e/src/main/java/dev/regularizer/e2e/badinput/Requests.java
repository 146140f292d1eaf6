package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.stream.Stream;

/** Requests as `kubectl` makes them: every field checked, the answer of the server kept. */
final class Requests {
  private static final String API = "regularizer.dev/v1alpha1";

  private final KubernetesClient client;
  private final String namespace;
  private final String path;

  Requests(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    this.path = "/apis/" + API + "/namespaces/" + namespace + "/regularizedmodels";
  }

  /** Creates an object; what is wrong with it, nothing when it was stored. */
  List<Refusal> created(ObjectTree object) {
    return created(object.root().toString());
  }

  List<Refusal> created(String body) {
    return refusals(() -> client.raw(path + "?fieldValidation=Strict", "POST", body));
  }

  /** What would be wrong with a new object; nothing is stored. */
  List<Refusal> tried(ObjectTree object) {
    return refusals(() ->
        client.raw(path + "?fieldValidation=Strict&dryRun=All", "POST", object.root().toString()));
  }

  /** Stores an object and edits it; what is wrong with the edit. */
  List<Refusal> edited(ObjectTree before, ObjectTree after) {
    var stored = client.resource(json(before)).inNamespace(namespace).create();
    try {
      return refusals(() -> patchSpec(stored, after));
    } finally {
      client.resource(stored).delete();
    }
  }

  /** Puts another spec into a stored object; what is wrong with that. */
  List<Refusal> respecified(ObjectTree object) {
    return refusals(() -> patchSpec(json(object), object));
  }

  /** Everything made for a model. */
  List<String> children(String model) {
    return Stream.<List<? extends HasMetadata>>of(
            client
                .genericKubernetesResources(API, "ModelRevision")
                .inNamespace(namespace)
                .withLabel("regularizer.dev/model", model)
                .list()
                .getItems(),
            client
                .resources(Deployment.class)
                .inNamespace(namespace)
                .withLabel("regularizer.dev/model", model)
                .list()
                .getItems(),
            client
                .services()
                .inNamespace(namespace)
                .withLabel("regularizer.dev/model", model)
                .list()
                .getItems(),
            client
                .resources(HTTPRoute.class)
                .inNamespace(namespace)
                .withLabel("regularizer.dev/model", model)
                .list()
                .getItems())
        .flatMap(List::stream)
        .map(it -> it.getKind() + " " + it.getMetadata().getName())
        .toList();
  }

  /** Not bound to a resourceVersion: the operator may have written status meanwhile. */
  private void patchSpec(GenericKubernetesResource stored, ObjectTree after) {
    var replaced =
        JsonNodeFactory.instance
            .objectNode()
            .put("op", "replace")
            .put("path", "/spec")
            .set("value", after.root().get("spec"));
    client
        .resource(stored)
        .inNamespace(namespace)
        .patch(PatchContext.of(PatchType.JSON), "[" + replaced + "]");
  }

  private GenericKubernetesResource json(ObjectTree tree) {
    return client
        .getKubernetesSerialization()
        .convertValue(tree.root(), GenericKubernetesResource.class);
  }

  private static List<Refusal> refusals(Runnable request) {
    try {
      request.run();
      return List.of();
    } catch (KubernetesClientException refused) {
      return Refusal.of(refused);
    }
  }
}
