package dev.regularizer.controller.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps of each object only what is read. */
final class SlimStore<T extends HasMetadata> extends BasicItemStore<T> {
  private final UnaryOperator<T> slimming;

  SlimStore(UnaryOperator<T> slimming) {
    super(Cache::metaNamespaceKeyFunc);
    this.slimming = slimming;
  }

  @Override
  public @Nullable T put(String key, T object) {
    return super.put(key, slimming.apply(object));
  }
}
