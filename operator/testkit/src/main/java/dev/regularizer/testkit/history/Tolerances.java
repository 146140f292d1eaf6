package dev.regularizer.testkit.history;

import java.time.Duration;

/**
 * What clocks, watches and outages excuse.
 *
 * @param readiness how much older or newer than a write the readiness may be that it was based on
 * @param clocks how far two clocks may differ where a pause is measured with both
 * @param retreat longest time from a recorded rollback to a route without its revision
 * @param quiet time after which nothing is written about a settled model any more
 * @param events most Events about a model in a minute
 */
public record Tolerances(
    Duration readiness, Duration clocks, Duration retreat, Duration quiet, int events) {

  /** Nothing fails: readiness seen within 2 s, retreat within 5 s, quiet after 10 s. */
  public static Tolerances healthy() {
    return new Tolerances(
        Duration.ofSeconds(2),
        Duration.ofMillis(100),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        10);
  }

  /** The same for rollouts whose steps last seconds: each transition has its Event. */
  public Tolerances hurried() {
    return new Tolerances(readiness, clocks, retreat, quiet, 60);
  }

  /** The same with an outage in it: what was seen may be as old as it, and all has to wait. */
  public Tolerances withOutage(Duration outage) {
    return new Tolerances(
        readiness.plus(outage),
        clocks,
        retreat.plus(outage).plus(Duration.ofSeconds(5)),
        quiet.plus(outage),
        events);
  }
}
