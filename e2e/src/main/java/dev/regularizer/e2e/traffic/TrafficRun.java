package dev.regularizer.e2e.traffic;

import dev.regularizer.e2e.traffic.Totals.Arm;
import dev.regularizer.samples.traffic.LoadGenerator;
import dev.regularizer.samples.traffic.Plan;
import dev.regularizer.samples.traffic.Report;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests for one model through the gateway, with their true labels, until they are stopped. */
public final class TrafficRun implements AutoCloseable {
  private static final Duration LABEL_DELAY = Duration.ofSeconds(2);

  /** Longer than any rollout here takes: a run that is forgotten still ends. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final LoadGenerator generator;

  private TrafficRun(LoadGenerator generator) {
    this.generator = generator;
  }

  /** Starts to send once the gateway carries the hostname; each gets its own order of images. */
  public static TrafficRun start(URI gateway, String hostname, double requestsPerSecond) {
    return start(gateway, hostname, requestsPerSecond, List.of());
  }

  /** The same from several cohorts, each as often. */
  public static TrafficRun start(
      URI gateway, String hostname, double requestsPerSecond, List<String> cohorts) {
    new GatewayProbe(gateway, hostname).await();
    return new TrafficRun(
        LoadGenerator.start(
            Plan.of(gateway, requestsPerSecond, LONGEST)
                .withHost(hostname)
                .withSeed(hostname.hashCode())
                .withCohorts(cohorts)
                .withFeedback(1, LABEL_DELAY)));
  }

  /** What happened so far. */
  public Totals totals() {
    return totals(generator.report());
  }

  /** Sends nothing more, waits for the answers under way and tells what happened in all. */
  public Totals stop() {
    return totals(generator.stop());
  }

  @Override
  public void close() {
    generator.close();
  }

  private static Totals totals(Report report) {
    return new Totals(
        report.total().requests(),
        report.total().failed(),
        report.revisions().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> arm(each.getValue()))),
        report.failures());
  }

  private static Arm arm(Report.Figures figures) {
    return new Arm(figures.requests(), figures.rejected(), figures.failed());
  }
}
