package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.observe.Observer;
import dev.regularizer.controller.observe.PodReader;
import dev.regularizer.controller.traffic.RouteReader;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.List;
import java.util.Objects;

/** Which changes are worth a pass; nothing is decided here, a pass too many does no harm. */
final class EventFilters {
  private EventFilters() {}

  /** A model's status is ours: nothing is learnt from its change. Commands are an annotation. */
  static boolean model(RegularizedModel now, RegularizedModel before) {
    return generation(now, before)
        || !Objects.equals(Observer.command(now), Observer.command(before))
        || !Objects.equals(
            now.getMetadata().getDeletionTimestamp(), before.getMetadata().getDeletionTimestamp());
  }

  /** Pods are watched themselves, so counts in the Deployment's status do not matter. */
  static boolean deployment(Deployment now, Deployment before) {
    return generation(now, before)
        || !Objects.equals(
            now.getMetadata().getAnnotations(), before.getMetadata().getAnnotations())
        || !Objects.equals(now.getMetadata().getLabels(), before.getMetadata().getLabels())
        || !failures(now).equals(failures(before));
  }

  static boolean pod(Pod now, Pod before) {
    return PodReader.counts(now) != PodReader.counts(before)
        || !PodReader.read(now).equals(PodReader.read(before));
  }

  static boolean route(HTTPRoute now, HTTPRoute before) {
    return generation(now, before)
        || !RouteReader.read(now).equals(RouteReader.read(before))
        || !RouteReader.silentParents(now).equals(RouteReader.silentParents(before));
  }

  private static boolean generation(HasMetadata now, HasMetadata before) {
    return !Objects.equals(now.getMetadata().getGeneration(), before.getMetadata().getGeneration());
  }

  private static List<String> failures(Deployment deployment) {
    return deployment.getStatus() == null
        ? List.of()
        : deployment.getStatus().getConditions().stream()
            .filter(it -> it.getType().equals("ReplicaFailure"))
            .map(DeploymentCondition::getMessage)
            .toList();
  }
}
