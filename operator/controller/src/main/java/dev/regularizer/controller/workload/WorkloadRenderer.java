package dev.regularizer.controller.workload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.Map;

/** The objects of one revision, from its stored template. */
public final class WorkloadRenderer {
  private static final String H2C = "kubernetes.io/h2c";

  private final KubernetesSerialization json;

  public WorkloadRenderer(KubernetesSerialization json) {
    this.json = json;
  }

  /** What the model server reads its runtime regularizers from; it never changes. */
  public ConfigMap configMap(RevisionTemplate revision, Owner owner) {
    ObjectNode content =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", revision.model())
            .put("revision", revision.suffix())
            .put("version", revision.version());
    revision.regularizers().forEach(content.putArray("regularizers")::add);
    return new ConfigMapBuilder()
        .withMetadata(metadata(revision, owner))
        .withImmutable(true)
        .withData(Map.of(PodTemplate.FILE, content.toPrettyString() + "\n"))
        .build();
  }

  /** Leads to the pods of this revision only. */
  public Service service(RevisionTemplate revision, Owner owner) {
    return service(metadata(revision, owner), revision, revision.server().port());
  }

  /** Always leads to the stable revision. */
  public Service stableService(String name, int port, RevisionTemplate stable, Owner owner) {
    var metadata =
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(stable.namespace())
            .withLabels(Labels.ofModel(stable.model()))
            .withOwnerReferences(owner.reference())
            .build();
    return service(metadata, stable, port);
  }

  /** The pods of a revision. */
  public Deployment deployment(
      RevisionTemplate revision, int replicas, Duration progressDeadline, Owner owner) {
    return new DeploymentBuilder()
        .withMetadata(metadata(revision, owner))
        .withNewSpec()
        .withReplicas(replicas)
        .withProgressDeadlineSeconds(Math.toIntExact(Math.max(1, progressDeadline.toSeconds())))
        .withRevisionHistoryLimit(1)
        .withNewSelector()
        .withMatchLabels(Labels.selector(revision.model(), revision.suffix()))
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withMaxUnavailable(new IntOrString(0))
        .withMaxSurge(new IntOrString("25%"))
        .endRollingUpdate()
        .endStrategy()
        .withTemplate(json.convertValue(revision.template(), PodTemplateSpec.class))
        .endSpec()
        .build();
  }

  private static Service service(ObjectMeta metadata, RevisionTemplate revision, int port) {
    return new ServiceBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withSelector(Labels.selector(revision.model(), revision.suffix()))
        .addNewPort()
        .withName("http")
        .withPort(port)
        .withProtocol("TCP")
        .withTargetPort(new IntOrString(revision.server().port()))
        .withAppProtocol(revision.server().h2c() ? H2C : null)
        .endPort()
        .endSpec()
        .build();
  }

  private static ObjectMeta metadata(RevisionTemplate revision, Owner owner) {
    return new ObjectMetaBuilder()
        .withName(revision.name())
        .withNamespace(revision.namespace())
        .withLabels(revision.labels())
        .withOwnerReferences(owner.reference())
        .build();
  }
}
