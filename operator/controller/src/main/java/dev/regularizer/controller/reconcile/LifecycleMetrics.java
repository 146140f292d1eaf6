package dev.regularizer.controller.reconcile;

import dev.regularizer.core.spec.ModelKey;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.function.Consumer;

/** The framework's only word about a model that is gone; there is no finalizer to wait for. */
final class LifecycleMetrics implements Metrics {
  private final Consumer<ModelKey> gone;

  LifecycleMetrics(Consumer<ModelKey> gone) {
    this.gone = gone;
  }

  @Override
  public void cleanupDoneFor(ResourceID id, Map<String, Object> metadata) {
    gone.accept(new ModelKey(id.getNamespace().orElse(""), id.getName()));
  }
}
