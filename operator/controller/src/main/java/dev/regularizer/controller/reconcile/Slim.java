package dev.regularizer.controller.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/** What is left of objects in the caches. */
final class Slim {
  private Slim() {}

  /** Managed fields are half of most objects and never read. */
  static <T extends HasMetadata> T withoutManagedFields(T object) {
    object.getMetadata().setManagedFields(List.of());
    return object;
  }

  /** Which pod it is and how it does. */
  static Pod pod(Pod pod) {
    var status = pod.getStatus();
    var slim = new PodBuilder().withMetadata(metadata(pod));
    if (status == null) {
      return slim.build();
    }
    return slim.withNewStatus()
        .withPhase(status.getPhase())
        .withConditions(
            status.getConditions().stream()
                .filter(it -> it.getType().equals("Ready") || it.getType().equals("PodScheduled"))
                .toList())
        .withInitContainerStatuses(status.getInitContainerStatuses())
        .withContainerStatuses(status.getContainerStatuses())
        .endStatus()
        .build();
  }

  /** That it is there and whose it is; its content never changes. */
  static ConfigMap configMap(ConfigMap map) {
    return new ConfigMapBuilder()
        .withMetadata(
            metadata(map).edit().withAnnotations(map.getMetadata().getAnnotations()).build())
        .build();
  }

  private static ObjectMeta metadata(HasMetadata object) {
    var metadata = object.getMetadata();
    return new ObjectMetaBuilder()
        .withName(metadata.getName())
        .withNamespace(metadata.getNamespace())
        .withUid(metadata.getUid())
        .withResourceVersion(metadata.getResourceVersion())
        .withCreationTimestamp(metadata.getCreationTimestamp())
        .withDeletionTimestamp(metadata.getDeletionTimestamp())
        .withLabels(metadata.getLabels())
        .withOwnerReferences(metadata.getOwnerReferences())
        .build();
  }
}
