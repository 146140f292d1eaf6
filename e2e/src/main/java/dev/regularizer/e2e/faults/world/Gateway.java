package dev.regularizer.e2e.faults.world;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteStatus;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteParentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Accepts every generation of every route after a moment; carries no traffic. */
final class Gateway implements AutoCloseable {
  private static final Duration THINKS = Duration.ofMillis(50);

  private final KubernetesClient client;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("gateway-", 0).factory());

  Gateway(KubernetesClient client) {
    this.client = client;
  }

  void seen(HTTPRoute route) {
    if (!isAccepted(route)) {
      var _ = timer.schedule(() -> accept(route), THINKS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static boolean isAccepted(HTTPRoute route) {
    return Optional.ofNullable(route.getStatus()).map(HTTPRouteStatus::getParents).stream()
        .flatMap(parents -> parents.stream())
        .flatMap(parent -> parent.getConditions().stream())
        .anyMatch(condition ->
            Objects.equals(condition.getObservedGeneration(), route.getMetadata().getGeneration()));
  }

  private void accept(HTTPRoute route) {
    var now = Instant.now().toString();
    long generation = route.getMetadata().getGeneration();
    try {
      client
          .resource(route)
          .editStatus(it ->
              it.edit()
                  .editOrNewStatus()
                  .withParents(
                      new RouteParentStatusBuilder()
                          .withControllerName("example.com/gateway")
                          .withParentRef(route.getSpec().getParentRefs().getFirst())
                          .withConditions(
                              List.of(
                                  condition("Accepted", generation, now),
                                  condition("ResolvedRefs", generation, now)))
                          .build())
                  .endStatus()
                  .build());
    } catch (KubernetesClientException newer) {
      // Its next version is seen as well.
    }
  }

  private static Condition condition(String type, long generation, String now) {
    return new ConditionBuilder()
        .withType(type)
        .withStatus("True")
        .withReason(type)
        .withMessage("")
        .withObservedGeneration(generation)
        .withLastTransitionTime(now)
        .build();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
