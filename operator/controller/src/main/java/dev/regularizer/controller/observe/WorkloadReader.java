package dev.regularizer.controller.observe;

import dev.regularizer.core.observe.Workload;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision's Deployment with its pods. */
final class WorkloadReader {
  private WorkloadReader() {}

  static Workload read(@Nullable Deployment deployment, List<Pod> pods) {
    var counted =
        pods.stream()
            .filter(PodReader::counts)
            .map(PodReader::read)
            .sorted(Comparator.comparing(dev.regularizer.core.observe.Pod::name))
            .toList();
    var ready = (int) counted.stream().filter(dev.regularizer.core.observe.Pod::ready).count();
    return deployment == null
        ? new Workload(false, 0, ready, counted, "")
        : new Workload(
            true,
            Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 0),
            ready,
            counted,
            problem(deployment));
  }

  /** Why the Deployment cannot make pods, in its own words. */
  private static String problem(Deployment deployment) {
    return Optional.ofNullable(deployment.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition ->
            condition.getType().equals("ReplicaFailure") && condition.getStatus().equals("True"))
        .map(condition -> condition.getReason() + ": " + condition.getMessage())
        .findFirst()
        .orElse("");
  }
}
