package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Pause;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An API server with our CRDs and admission policies, one operator, and a namespace that allows
 * restricted pods only, with a good model and a Service of somebody else in it.
 */
final class Stage implements AutoCloseable {
  private static final List<String> CRDS =
      List.of("modelrevisions.regularizer.dev.yaml", "regularizedmodels.regularizer.dev.yaml");

  private final Cluster cluster;
  private final String namespace;
  private final CustomResourceDefinition models;
  private final ModelManifest good;
  private final AdmissionPolicies policies;
  private final OperatorJvm operator;

  private Stage(
      Cluster cluster,
      String namespace,
      CustomResourceDefinition models,
      ModelManifest good,
      AdmissionPolicies policies,
      OperatorJvm operator) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.models = models;
    this.good = good;
    this.policies = policies;
    this.operator = operator;
  }

  static Stage set(Cluster cluster, String namespace, Path repository) {
    var crds =
        CRDS.stream().map(file -> installed(cluster, repository.resolve("crds/" + file))).toList();
    cluster
        .client()
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .addToLabels(Cluster.MADE_BY, "true")
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .serverSideApply();
    cluster.client().resource(foreignService()).inNamespace(namespace).create();
    var good =
        ModelManifest.read(repository.resolve("samples/minimal.yaml"))
            .with("/metadata/namespace", namespace)
            .with("/spec/revision/pod/spec", RESTRICTED);
    var policies = AdmissionPolicies.install(cluster.client(), repository);
    var stage =
        new Stage(cluster, namespace, crds.getLast(), good, policies, OperatorJvm.start(namespace));
    stage.awaitPolicies();
    return stage;
  }

  /** The API server needs a moment until a new policy is in force. */
  private void awaitPolicies() {
    var bad = good("probe");
    bad.put("metadata.annotations[regularizer.dev/command]", new TextNode("nonsense"));
    for (var tries = 0; requests().tried(bad).isEmpty(); tries++) {
      if (tries == 300) {
        throw new IllegalStateException("the admission policies are not in force after 30 s");
      }
      Pause.of(Duration.ofMillis(100));
    }
  }

  private static final String RESTRICTED =
      """
      containers:
      - name: model
        image: registry.example.com/ic:2.4.0
        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      """;

  /** A good model. */
  ObjectTree good(String name) {
    return tree(Serialization.unmarshal(good.named(name).yaml(), ObjectNode.class));
  }

  GoodModel neighbour() {
    return new GoodModel(cluster.client(), model("neighbour"), good.named("neighbour"));
  }

  LiveModel model(String name) {
    return new LiveModel(cluster, namespace, name);
  }

  Requests requests() {
    return new Requests(cluster.client(), namespace);
  }

  OperatorJvm operator() {
    return operator;
  }

  /** The definition of RegularizedModel. */
  CustomResourceDefinition models() {
    return models;
  }

  static ObjectTree tree(JsonNode node) {
    return new ObjectTree((ObjectNode) node);
  }

  private static HasMetadata foreignService() {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("theirs")
        .endMetadata()
        .withNewSpec()
        .addNewPort()
        .withPort(80)
        .endPort()
        .endSpec()
        .build();
  }

  private static CustomResourceDefinition installed(Cluster cluster, Path file) {
    var crd = Serialization.unmarshal(text(file), CustomResourceDefinition.class);
    var resource = cluster.client().resource(crd);
    resource.fieldManager("badinput").forceConflicts().serverSideApply();
    resource.waitUntilCondition(Stage::isEstablished, 30, TimeUnit.SECONDS);
    return crd;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
    return crd != null
        && crd.getStatus() != null
        && crd.getStatus().getConditions() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
  }

  @Override
  public void close() {
    operator.close();
    policies.close();
    cluster.client().namespaces().withName(namespace).delete();
  }
}
