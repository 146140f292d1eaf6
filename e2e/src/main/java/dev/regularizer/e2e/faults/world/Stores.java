package dev.regularizer.e2e.faults.world;

import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the API server holds of all namespaces, as its administrator sees it without any fault. */
public final class Stores implements AutoCloseable {
  private final SharedIndexInformer<RegularizedModel> models;
  private final SharedIndexInformer<ModelRevision> revisions;
  private final SharedIndexInformer<Deployment> deployments;
  private final SharedIndexInformer<HTTPRoute> routes;
  private final SharedIndexInformer<Pod> pods;

  Stores(KubernetesClient client, Consumer<Pod> onPod, Consumer<HTTPRoute> onRoute) {
    models = inform(client, RegularizedModel.class, model -> {});
    revisions = inform(client, ModelRevision.class, revision -> {});
    deployments = inform(client, Deployment.class, deployment -> {});
    routes = inform(client, HTTPRoute.class, onRoute);
    pods = inform(client, Pod.class, onPod);
  }

  private static <T extends HasMetadata> SharedIndexInformer<T> inform(
      KubernetesClient client, Class<T> type, Consumer<T> seen) {
    return client
        .resources(type)
        .inAnyNamespace()
        .inform(
            new ResourceEventHandler<T>() {
              @Override
              public void onAdd(T object) {
                seen.accept(object);
              }

              @Override
              public void onUpdate(T before, T now) {
                seen.accept(now);
              }

              @Override
              public void onDelete(T object, boolean unknown) {}
            });
  }

  public Optional<RegularizedModel> model(String namespace, String name) {
    return Optional.ofNullable(
        models.getIndexer().getByKey(Cache.namespaceKeyFunc(namespace, name)));
  }

  public Optional<HTTPRoute> route(String namespace, String name) {
    return Optional.ofNullable(
        routes.getIndexer().getByKey(Cache.namespaceKeyFunc(namespace, name)));
  }

  public List<ModelRevision> revisions(String namespace) {
    return of(revisions, namespace);
  }

  public List<Deployment> deployments(String namespace) {
    return of(deployments, namespace);
  }

  public List<Pod> pods(String namespace) {
    return of(pods, namespace);
  }

  List<HTTPRoute> routes() {
    return routes.getIndexer().list();
  }

  private static <T extends HasMetadata> List<T> of(
      SharedIndexInformer<T> informer, String namespace) {
    return informer.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
  }

  @Override
  public void close() {
    models.close();
    revisions.close();
    deployments.close();
    routes.close();
    pods.close();
  }
}
