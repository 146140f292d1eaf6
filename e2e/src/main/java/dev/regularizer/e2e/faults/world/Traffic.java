package dev.regularizer.e2e.faults.world;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Requests to every model, split as its route says among the pods that are ready. */
final class Traffic implements AutoCloseable {
  private static final double REQUESTS_PER_SECOND = 400;

  private final Stores stores;
  private final Map<String, Map<String, Scrapes>> pods = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("traffic").factory());

  private long lastSecond;

  Traffic(Stores stores) {
    this.stores = stores;
    long first = 1000 - Instant.now().toEpochMilli() % 1000;
    var _ = timer.scheduleAtFixedRate(this::scrape, first, 1000, TimeUnit.MILLISECONDS);
  }

  List<String> pods(String namespace) {
    return List.copyOf(pods.getOrDefault(namespace, Map.of()).keySet());
  }

  Scrapes scrapes(String namespace, String pod) {
    return Objects.requireNonNull(pods.getOrDefault(namespace, Map.of()).get(pod));
  }

  void forget(String namespace) {
    pods.remove(namespace);
  }

  /** A timer that was late catches up; a second is scraped once all the same. */
  private void scrape() {
    long second = Math.round(Instant.now().toEpochMilli() / 1000.0);
    if (second == lastSecond) {
      return;
    }
    lastSecond = second;
    stores.routes().forEach(route -> scrape(route, second));
  }

  private void scrape(HTTPRoute route, long second) {
    var namespace = route.getMetadata().getNamespace();
    var all = stores.pods(namespace).stream().filter(Kubelet::isReady).toList();
    // The first rule is the one with the weights.
    for (var backend : route.getSpec().getRules().getFirst().getBackendRefs()) {
      int weight = Objects.requireNonNullElse(backend.getWeight(), 1);
      var serving =
          all.stream()
              .filter(pod -> pod.getMetadata().getName().startsWith(backend.getName() + "-"))
              .toList();
      var requests = REQUESTS_PER_SECOND * weight / 100 / Math.max(1, serving.size());
      serving.forEach(pod ->
          pods.computeIfAbsent(namespace, _ -> new ConcurrentHashMap<>())
              .computeIfAbsent(pod.getMetadata().getName(), _ -> new Scrapes())
              .add(second, requests, Behaviour.of(pod).errors(weight)));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
