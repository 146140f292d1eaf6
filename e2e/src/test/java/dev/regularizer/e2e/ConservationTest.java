package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.e2e.cluster.Pause;
import dev.regularizer.e2e.cluster.PrometheusServer;
import dev.regularizer.e2e.crash.PodProcesses;
import dev.regularizer.e2e.model.RevisionView;
import dev.regularizer.e2e.traffic.Totals;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What the operator counted is what the load generator sent, whatever happened to pods and to
 * Prometheus in between. The traffic rests for three scrapes at both ends of the counted span.
 */
@LocalCluster
@ResourceLock(Shared.PROMETHEUS)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class ConservationTest {
  private static final Duration THREE_SCRAPES = Duration.ofSeconds(6);
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration WHILE = Duration.ofSeconds(15);

  /** Half of 40 requests a second in two seconds. */
  private static final long REQUESTS_PER_SCRAPE = 40;

  @Test
  void everyRequestIsCountedOnce(Playground playground) {
    var model = playground.model();
    apply(playground, "stable", 2);
    model.awaitUpToDate(Duration.ofMinutes(2));
    apply(playground, "better", 2);
    var trial = model.await("half the traffic", Playground.LONG, it -> it.candidateWeight() == 50);
    var stable = model.revision(trial.stable().orElseThrow());
    var candidate = model.revision(trial.candidate().orElseThrow());
    Pause.of(WARM_UP.plus(THREE_SCRAPES));

    var traffic = playground.sendRequests();
    Pause.of(WHILE);
    apply(playground, "better", 3);
    Pause.of(WHILE);
    var victim = pods(playground, stable).getFirst();
    assertThat(new PodProcesses(List.of(victim)).kill()).isPositive();
    Pause.of(WHILE);
    apply(playground, "better", 2);
    Pause.of(WHILE);
    var prometheus = new PrometheusServer(playground.cluster());
    prometheus.stop();
    prometheus.start();
    Pause.of(WHILE);
    var sent = traffic.stop();

    var rest = InstantSource.system().instant().plus(THREE_SCRAPES);
    var counted =
        model.awaitRevision(
            candidate.name(), "windows up to " + rest, Playground.LONG, it -> isPast(it, rest));
    var figures = counted.attempt().path("measurements");
    assertThat(figures.path("skipped")).isNotEmpty().noneMatch(JsonNode::asBoolean);
    assertThat(figures.path("candidateRequests").asLong()).isEqualTo(answered(sent, candidate));
    assertThat(answered(sent, stable) - figures.path("stableRequests").asLong())
        .as("what the killed process had counted since its last scrape")
        .isBetween(0L, REQUESTS_PER_SCRAPE);
    assertThat(answered(sent, candidate)).isGreaterThan(1000);
  }

  private static void apply(Playground playground, String file, int replicas) {
    playground
        .model()
        .apply(
            playground
                .manifest(file)
                .with("/spec/rollout/steps", "[{weight: 50, duration: 10m}]")
                .with("/spec/rollout/deadline", "30m")
                .with("/spec/rollout/window", "30s")
                .with("/spec/replicas", Integer.toString(replicas)));
  }

  private static List<Pod> pods(Playground playground, RevisionView revision) {
    return playground
        .cluster()
        .client()
        .pods()
        .inNamespace(playground.namespace())
        .withLabel("regularizer.dev/revision", revision.suffix())
        .list()
        .getItems();
  }

  private static boolean isPast(RevisionView revision, Instant instant) {
    var cursor = revision.attempt().at("/measurements/cursor").asText();
    return !cursor.isEmpty() && Instant.parse(cursor).isAfter(instant);
  }

  private static long answered(Totals sent, RevisionView revision) {
    var arm = sent.of(revision.suffix());
    return arm.requests() - arm.failed();
  }
}
