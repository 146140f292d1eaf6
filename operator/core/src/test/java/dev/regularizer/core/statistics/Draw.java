package dev.regularizer.core.statistics;

import java.util.SplittableRandom;

/** Random counts. */
final class Draw {

  private Draw() {}

  /** Binomial count by jumping from event to event, fast for small probabilities. */
  static long binomial(SplittableRandom random, long n, double p) {
    double ln = Math.log1p(-p);
    long events = 0;
    double at = Math.floor(Math.log(1 - random.nextDouble()) / ln);
    while (at < n) {
      events++;
      at += 1 + Math.floor(Math.log(1 - random.nextDouble()) / ln);
    }
    return events;
  }
}
