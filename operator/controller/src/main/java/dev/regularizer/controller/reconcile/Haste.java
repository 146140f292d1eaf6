package dev.regularizer.controller.reconcile;

import dev.regularizer.core.spec.ModelKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How soon to come back to a model that was just written: at once, because the next decision
 * follows from it; but no mistake of ours may turn that into a flood of requests.
 */
final class Haste {
  private static final Logger log = LoggerFactory.getLogger(Haste.class);

  /** No sequence of decisions is this long without waiting for the cluster. */
  private static final int MOST_IN_A_ROW = 20;

  private static final Duration CALM = Duration.ofSeconds(5);

  private final Map<ModelKey, Integer> inARow = new ConcurrentHashMap<>();

  Duration afterChange(ModelKey model) {
    var count = inARow.merge(model, 1, Integer::sum);
    if (count <= MOST_IN_A_ROW) {
      return Duration.ZERO;
    }
    log.warn("{} writes in a row to {}: waiting", count, model);
    return CALM;
  }

  /** A pass had nothing to write. */
  void settled(ModelKey model) {
    inARow.remove(model);
  }
}
