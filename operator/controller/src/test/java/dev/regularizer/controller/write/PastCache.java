package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** A cache that goes on to show an object as it once was. */
record PastCache<T extends HasMetadata>(T seen) implements ObjectCache<T> {
  @Override
  public List<T> of(ModelKey model) {
    return List.of(seen);
  }

  @Override
  public Optional<T> find(String namespace, String name) {
    return Optional.of(seen);
  }

  @Override
  public void wrote(T object) {}

  @Override
  public void deleted(T past) {}
}
