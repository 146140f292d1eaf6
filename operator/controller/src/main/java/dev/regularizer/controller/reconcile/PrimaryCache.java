package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.cache.ModelCache;
import dev.regularizer.controller.cache.OwnWrites;
import dev.regularizer.controller.observe.RouteClaims;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.RegularizedModel;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The controller's cache of models, with own status writes on top. */
final class PrimaryCache implements ModelCache {
  private static final String BY_CLAIM = "claim";

  private final IndexerResourceCache<RegularizedModel> informer;
  private final OwnWrites<RegularizedModel> ownWrites;

  PrimaryCache(
      IndexerResourceCache<RegularizedModel> informer, OwnWrites<RegularizedModel> ownWrites) {
    this.informer = informer;
    this.ownWrites = ownWrites;
    informer.addIndexers(Map.of(BY_CLAIM, RouteClaims::of));
  }

  @Override
  public List<RegularizedModel> claiming(String claim) {
    return informer.byIndex(BY_CLAIM, claim);
  }

  @Override
  public List<RegularizedModel> of(ModelKey model) {
    return find(model.namespace(), model.name()).stream().toList();
  }

  @Override
  public Optional<RegularizedModel> find(String namespace, String name) {
    return ownWrites.newest(namespace, name, informer.get(new ResourceID(name, namespace)));
  }

  @Override
  public void wrote(RegularizedModel object) {
    ownWrites.wrote(object);
  }

  @Override
  public void deleted(RegularizedModel seen) {
    ownWrites.deleted(seen);
  }
}
