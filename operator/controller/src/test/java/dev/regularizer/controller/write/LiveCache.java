package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** A cache that is never behind, and sees only what carries our label, as the informers do. */
final class LiveCache<T extends HasMetadata> implements ObjectCache<T> {
  private final KubernetesClient client;
  private final Class<T> type;

  LiveCache(KubernetesClient client, Class<T> type) {
    this.client = client;
    this.type = type;
  }

  @Override
  public List<T> of(ModelKey model) {
    return client
        .resources(type)
        .inNamespace(model.namespace())
        .withLabel(Labels.MODEL, model.name())
        .withLabel(Labels.MANAGED_BY, Labels.OPERATOR)
        .list()
        .getItems();
  }

  @Override
  public Optional<T> find(String namespace, String name) {
    return Optional.ofNullable(client.resources(type).inNamespace(namespace).withName(name).get())
        .filter(it -> it.getMetadata().getLabels() != null)
        .filter(it -> Labels.OPERATOR.equals(it.getMetadata().getLabels().get(Labels.MANAGED_BY)));
  }

  @Override
  public void wrote(T object) {}

  @Override
  public void deleted(T seen) {}
}
