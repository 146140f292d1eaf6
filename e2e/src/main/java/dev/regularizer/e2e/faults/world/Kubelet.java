package dev.regularizer.e2e.faults.world;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says of every pod that it runs and, after a moment, that it is ready; runs nothing. */
final class Kubelet implements AutoCloseable {
  private static final Duration STARTS = Duration.ofMillis(150);

  private final KubernetesClient client;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(4, Thread.ofVirtual().name("kubelet-", 0).factory());
  private final Set<String> started = ConcurrentHashMap.newKeySet();

  Kubelet(KubernetesClient client) {
    this.client = client;
  }

  void seen(Pod pod) {
    if (started.add(pod.getMetadata().getUid())) {
      var _ = timer.schedule(() -> start(pod), STARTS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Whether requests reach it. */
  static boolean isReady(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && Optional.ofNullable(pod.getStatus()).map(PodStatus::getConditions).stream()
            .flatMap(conditions -> conditions.stream())
            .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private void start(Pod pod) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    boolean ready = Behaviour.of(pod).ready();
    try {
      client
          .resource(pod)
          .editStatus(it ->
              it.edit()
                  .editOrNewStatus()
                  .withPhase("Running")
                  .addNewCondition()
                  .withType("Ready")
                  .withStatus(ready ? "True" : "False")
                  .withLastTransitionTime(now)
                  .endCondition()
                  .addToContainerStatuses(
                      new ContainerStatusBuilder()
                          .withName("model")
                          .withImage("model")
                          .withImageID("model")
                          .withReady(ready)
                          .withRestartCount(0)
                          .withNewState()
                          .withNewRunning(now)
                          .endState()
                          .build())
                  .endStatus()
                  .build());
    } catch (KubernetesClientException gone) {
      // A pod that was deleted before it started.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
