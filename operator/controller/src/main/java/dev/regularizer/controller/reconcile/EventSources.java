package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.cache.OwnWrites;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What wakes a model. One informer per kind, with our label; with a list of namespaces one per kind
 * and namespace, each with a store of its own, since an informer's list empties what it does not
 * name.
 */
final class EventSources {
  /** Without a limit the first list may come from a lagging API server's cache: the past. */
  static final long PAGE = 250;

  private static final String EVERYWHERE = "";

  private final EventSourceContext<RegularizedModel> context;
  private final Set<String> namespaces;
  private final InstantSource clock;
  private final List<EventSource<?, RegularizedModel>> all = new ArrayList<>();
  private final SimpleInboundEventSource<RegularizedModel> wakeUps =
      new SimpleInboundEventSource<>("wake-ups");

  EventSources(
      EventSourceContext<RegularizedModel> context, Set<String> namespaces, InstantSource clock) {
    this.context = context;
    this.namespaces = namespaces.isEmpty() ? Set.of(EVERYWHERE) : namespaces;
    this.clock = clock;
    all.add(wakeUps);
  }

  /** Builds the event sources and the caches over them. */
  Caches caches() {
    return new Caches(
        new PrimaryCache(context.getPrimaryCache(), new OwnWrites<>(clock)),
        children(
            ModelRevision.class, Slim::withoutManagedFields, (now, before) -> !now.equals(before)),
        children(Deployment.class, Slim::withoutManagedFields, EventFilters::deployment),
        children(Service.class, Slim::withoutManagedFields, (now, before) -> true),
        children(ConfigMap.class, Slim::configMap, (now, before) -> true),
        children(HTTPRoute.class, Slim::withoutManagedFields, EventFilters::route),
        children(Pod.class, Slim::pod, EventFilters::pod));
  }

  List<EventSource<?, RegularizedModel>> all() {
    return List.copyOf(all);
  }

  /** Asks for a pass over a model. */
  void wake(ModelKey model) {
    wakeUps.propagateEvent(new ResourceID(model.name(), model.namespace()));
  }

  private <T extends HasMetadata> ObjectCache<T> children(
      Class<T> type, UnaryOperator<T> slimming, OnUpdateFilter<T> worthwhile) {
    Map<String, IndexerResourceCache<T>> informers = new HashMap<>();
    for (var namespace : namespaces) {
      var source = source(type, namespace, slimming, worthwhile);
      InformerCache.index(source);
      informers.put(namespace, source);
      all.add(source);
    }
    var everywhere = informers.get(EVERYWHERE);
    Function<String, IndexerResourceCache<T>> byNamespace =
        everywhere == null ? informers::get : any -> everywhere;
    return new InformerCache<>(byNamespace, new OwnWrites<>(clock));
  }

  private <T extends HasMetadata> InformerEventSource<T, RegularizedModel> source(
      Class<T> type, String namespace, UnaryOperator<T> slimming, OnUpdateFilter<T> worthwhile) {
    var configuration =
        InformerEventSourceConfiguration.from(type, RegularizedModel.class)
            .withName(type.getSimpleName() + (namespace.isEmpty() ? "" : "-" + namespace))
            .withLabelSelector(Labels.SELECTOR)
            .withSecondaryToPrimaryMapper(EventSources::modelOf)
            .withItemStore(new SlimStore<>(slimming))
            .withInformerListLimit(PAGE)
            .withOnUpdateFilter(worthwhile);
    var placed =
        namespace.isEmpty()
            ? configuration.withWatchAllNamespaces()
            : configuration.withNamespaces(namespace);
    return new InformerEventSource<>(placed.build(), context);
  }

  private static Set<ResourceID> modelOf(HasMetadata object) {
    return Labels.modelOf(object).stream()
        .map(key -> new ResourceID(key.name(), key.namespace()))
        .collect(Collectors.toSet());
  }
}
