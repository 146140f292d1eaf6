package dev.regularizer.e2e.faults.cell;

import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody who edits, by hand, what belongs to the operator. */
record Meddler(KubernetesClient client, String namespace) {
  /** What can be done to a model's objects. */
  static final List<String> EDITS =
      List.of(
          "scale-stable",
          "scale-candidate",
          "delete-stable-pods",
          "unready-stable-pods",
          "unready-candidate-pods",
          "delete-candidate",
          "delete-candidate-revision",
          "delete-route",
          "delete-service",
          "route-weights",
          "strip-owners",
          "wipe-status");

  private static final Duration UNREADY = Duration.ofSeconds(3);

  private static final Comparator<Deployment> BY_VERSION =
      Comparator.comparing(
          it -> it.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage());

  /** Does it; what is not there any more is left alone. */
  void edit(String what) {
    try {
      switch (what) {
        case "scale-stable" -> oldest().ifPresent(it -> scale(it, 1));
        case "scale-candidate" -> newest().ifPresent(it -> scale(it, 0));
        case "delete-stable-pods" -> oldest().ifPresent(it -> pods(it).delete());
        case "unready-stable-pods" -> oldest().ifPresent(this::unready);
        case "unready-candidate-pods" -> newest().ifPresent(this::unready);
        case "delete-candidate" -> newest().ifPresent(it -> client.resource(it).delete());
        case "delete-candidate-revision" ->
            newest()
                .ifPresent(it ->
                    client
                        .resources(ModelRevision.class)
                        .inNamespace(namespace)
                        .withName(it.getMetadata().getName())
                        .delete());
        case "delete-route" -> named(HTTPRoute.class).delete();
        case "delete-service" -> named(Service.class).delete();
        case "route-weights" -> named(HTTPRoute.class).edit(Meddler::halved);
        case "strip-owners" ->
            deployments().forEach(it -> client.resource(it).edit(Meddler::withoutOwner));
        case "wipe-status" ->
            named(RegularizedModel.class)
                .editStatus(model -> {
                  model.setStatus(null);
                  return model;
                });
        default ->
            throw new IllegalArgumentException(
                "found edit-%s; allowed: %s".formatted(what, String.join(", ", EDITS)));
      }
    } catch (KubernetesClientException tooLate) {
      // It was changed or deleted at the same moment.
    }
  }

  private <T extends HasMetadata> Resource<T> named(Class<T> type) {
    return client.resources(type).inNamespace(namespace).withName(View.MODEL);
  }

  private void scale(Deployment deployment, int replicas) {
    client
        .resources(Deployment.class)
        .inNamespace(namespace)
        .withName(deployment.getMetadata().getName())
        .edit(it -> it.edit().editSpec().withReplicas(replicas).endSpec().build());
  }

  private FilterWatchListDeletable<Pod, PodList, PodResource> pods(Deployment deployment) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabels(deployment.getSpec().getSelector().getMatchLabels());
  }

  /** All its pods fail their probes for a while. */
  private void unready(Deployment deployment) {
    var all = pods(deployment).list().getItems();
    all.forEach(pod -> ready(pod, "False"));
    var _ =
        CompletableFuture.runAsync(
            () -> all.forEach(pod -> ready(pod, "True")),
            CompletableFuture.delayedExecutor(UNREADY.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void ready(Pod pod, String status) {
    try {
      // By its name: what is written is compared with what is there, not with what was listed.
      client
          .pods()
          .inNamespace(namespace)
          .withName(pod.getMetadata().getName())
          .editStatus(it ->
              it.edit()
                  .editStatus()
                  .editMatchingCondition(one -> one.getType().equals("Ready"))
                  .withStatus(status)
                  .endCondition()
                  .endStatus()
                  .build());
    } catch (KubernetesClientException gone) {
      // It was deleted meanwhile.
    }
  }

  private static HTTPRoute halved(HTTPRoute route) {
    route.getSpec().getRules().getFirst().getBackendRefs().forEach(it -> it.setWeight(1));
    return route;
  }

  private static Deployment withoutOwner(Deployment deployment) {
    deployment.getMetadata().setOwnerReferences(List.of());
    return deployment;
  }

  private Optional<Deployment> oldest() {
    return deployments().stream().min(BY_VERSION);
  }

  /** The newest, if there is more than one. */
  private Optional<Deployment> newest() {
    var all = deployments();
    return all.size() > 1 ? all.stream().max(BY_VERSION) : Optional.empty();
  }

  private List<Deployment> deployments() {
    return client.resources(Deployment.class).inNamespace(namespace).list().getItems();
  }
}
