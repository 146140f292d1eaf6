package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.RegularizedModel;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The framework's side of a pass: hands the model over and comes back when told. */
@ControllerConfiguration(name = "regularizedmodel")
public final class ModelReconciler implements Reconciler<RegularizedModel> {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Set<String> namespaces;
  private final InstantSource clock;
  private final BiFunction<Caches, Consumer<ModelKey>, Pass> wiring;
  private @Nullable Pass pass;

  /**
   * A reconciler.
   *
   * @param wiring makes the pass from the caches and a way to wake a model
   */
  public ModelReconciler(
      Set<String> namespaces,
      InstantSource clock,
      BiFunction<Caches, Consumer<ModelKey>, Pass> wiring) {
    this.namespaces = Set.copyOf(namespaces);
    this.clock = clock;
    this.wiring = wiring;
  }

  @Override
  public List<EventSource<?, RegularizedModel>> prepareEventSources(
      EventSourceContext<RegularizedModel> context) {
    var sources = new EventSources(context, namespaces, clock);
    pass = wiring.apply(sources.caches(), sources::wake);
    return sources.all();
  }

  @Override
  public UpdateControl<RegularizedModel> reconcile(
      RegularizedModel model, Context<RegularizedModel> context) {
    if (pass == null) {
      throw new IllegalStateException("reconcile before prepareEventSources");
    }
    var wait = pass.run(model);
    var bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return UpdateControl.<RegularizedModel>noUpdate()
        .rescheduleAfter(Math.max(1, bounded.toMillis()));
  }
}
