package dev.regularizer.controller.observe;

import dev.regularizer.core.observe.Pod;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What matters of a pod. */
public final class PodReader {
  private PodReader() {}

  /** A pod that is on its way out neither serves nor counts. */
  public static boolean counts(io.fabric8.kubernetes.api.model.Pod pod) {
    var phase = Optional.ofNullable(pod.getStatus()).map(PodStatus::getPhase).orElse("");
    return pod.getMetadata().getDeletionTimestamp() == null
        && !phase.equals("Succeeded")
        && !phase.equals("Failed");
  }

  /** A pod as observed. */
  public static Pod read(io.fabric8.kubernetes.api.model.Pod pod) {
    var statuses =
        Optional.ofNullable(pod.getStatus()).map(PodStatus::getContainerStatuses).orElse(List.of());
    var created = Instant.parse(pod.getMetadata().getCreationTimestamp());
    return new Pod(
        pod.getMetadata().getName(),
        startedAt(statuses).orElse(created),
        condition(pod, "Ready").filter(it -> it.getStatus().equals("True")).isPresent(),
        statuses.stream().mapToInt(it -> or(it.getRestartCount())).sum(),
        waiting(pod, statuses));
  }

  /** The latest start of a container: what is exported now cannot have been counted before. */
  private static Optional<Instant> startedAt(List<ContainerStatus> statuses) {
    return statuses.stream()
        .map(ContainerStatus::getState)
        .filter(state -> state != null && state.getRunning() != null)
        .map(state -> state.getRunning().getStartedAt())
        .filter(Objects::nonNull)
        .map(Instant::parse)
        .min(Comparator.naturalOrder());
  }

  private static @Nullable String waiting(
      io.fabric8.kubernetes.api.model.Pod pod, List<ContainerStatus> statuses) {
    var initial =
        Optional.ofNullable(pod.getStatus())
            .map(PodStatus::getInitContainerStatuses)
            .orElse(List.of());
    return Stream.concat(initial.stream(), statuses.stream())
        .map(PodReader::stuck)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> unscheduled(pod))
        .orElse(null);
  }

  private static Optional<String> stuck(ContainerStatus status) {
    var state = Optional.ofNullable(status.getState());
    return state
        .map(ContainerState::getWaiting)
        .map(it -> words(it.getReason(), it.getMessage()))
        .or(() ->
            state
                .map(ContainerState::getTerminated)
                .filter(it -> or(it.getExitCode()) != 0)
                .map(it -> words(it.getReason(), "exit code " + it.getExitCode())));
  }

  private static Optional<String> unscheduled(io.fabric8.kubernetes.api.model.Pod pod) {
    return condition(pod, "PodScheduled")
        .filter(it -> it.getStatus().equals("False"))
        .map(it -> words(it.getReason(), it.getMessage()));
  }

  private static Optional<io.fabric8.kubernetes.api.model.PodCondition> condition(
      io.fabric8.kubernetes.api.model.Pod pod, String type) {
    return Optional.ofNullable(pod.getStatus()).map(PodStatus::getConditions).stream()
        .flatMap(List::stream)
        .filter(it -> it.getType().equals(type))
        .findFirst();
  }

  private static String words(@Nullable String reason, @Nullable String message) {
    var why = Objects.requireNonNullElse(reason, "Waiting");
    return message == null || message.isEmpty() ? why : why + ": " + message;
  }

  private static int or(@Nullable Integer number) {
    return Objects.requireNonNullElse(number, 0);
  }
}
