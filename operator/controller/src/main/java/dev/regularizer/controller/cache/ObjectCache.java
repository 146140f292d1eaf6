package dev.regularizer.controller.cache;

import dev.regularizer.core.spec.ModelKey;
import java.util.List;
import java.util.Optional;

/** Objects of one kind as last seen; memory only, own writes included at once. */
public interface ObjectCache<T> {
  /** The objects made for a model, in no order. */
  List<T> of(ModelKey model);

  /** One object. */
  Optional<T> find(String namespace, String name);

  /** Takes in what the API server answered to an own write. */
  void wrote(T object);

  /** Takes in an own delete of an object as it was seen. */
  void deleted(T seen);
}
