package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.cache.OwnWrites;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The informers' caches of one kind of children, with own writes on top. */
final class InformerCache<T extends HasMetadata> implements ObjectCache<T> {
  private static final String BY_MODEL = "model";

  private final Function<String, IndexerResourceCache<T>> informers;
  private final OwnWrites<T> ownWrites;

  /**
   * A cache over informers that were indexed.
   *
   * @param informers by namespace
   */
  InformerCache(Function<String, IndexerResourceCache<T>> informers, OwnWrites<T> ownWrites) {
    this.informers = informers;
    this.ownWrites = ownWrites;
  }

  /** Lets an informer find objects by the model they are made for. */
  static <T extends HasMetadata> void index(IndexerResourceCache<T> informer) {
    informer.addIndexers(
        Map.of(
            BY_MODEL, object -> Labels.modelOf(object).map(ModelKey::toString).stream().toList()));
  }

  @Override
  public List<T> of(ModelKey model) {
    return ownWrites.newest(
        informers.apply(model.namespace()).byIndex(BY_MODEL, model.toString()),
        object -> Labels.modelOf(object).filter(model::equals).isPresent());
  }

  @Override
  public Optional<T> find(String namespace, String name) {
    return ownWrites.newest(
        namespace, name, informers.apply(namespace).get(new ResourceID(name, namespace)));
  }

  @Override
  public void wrote(T object) {
    ownWrites.wrote(object);
  }

  @Override
  public void deleted(T seen) {
    ownWrites.deleted(seen);
  }
}
