package dev.regularizer.e2e.faults.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Watches that stand still for a time, and resources that are listed as they once were. */
final class Watches {
  private final Map<String, Instant> frozen = new HashMap<>();
  private final Map<String, Instant> past = new HashMap<>();

  void freeze(String resource, Duration time) {
    frozen.put(resource, Instant.now().plus(time));
  }

  void past(String resource, Duration time) {
    past.put(resource, Instant.now().plus(time));
    freeze(resource, time);
  }

  boolean isOfPast(String resource) {
    return Instant.now().isBefore(past.getOrDefault(resource, Instant.MIN));
  }

  /** How long the next event of a resource has to wait. */
  Duration standsStill(String resource) {
    var left = Duration.between(Instant.now(), frozen.getOrDefault(resource, Instant.now()));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
