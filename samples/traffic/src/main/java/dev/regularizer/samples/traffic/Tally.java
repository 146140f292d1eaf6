package dev.regularizer.samples.traffic;

/** Counts of one revision. */
final class Tally {
  private static final int BINS = 10;

  private final Latencies latencies = new Latencies();
  private final double[] gaps = new double[BINS];
  private long served;
  private long right;
  private long rejected;
  private long failed;

  /** Adds one request. */
  void add(Reply reply, int label, long micros) {
    latencies.add(micros);
    switch (reply) {
      case Reply.Served answer -> {
        var correct = answer.digit() == label ? 1 : 0;
        served++;
        right += correct;
        gaps[Math.min((int) (answer.confidence() * BINS), BINS - 1)] +=
            correct - answer.confidence();
      }
      case Reply.Rejected _ -> rejected++;
      case Reply.Failed _ -> failed++;
    }
  }

  /** The figures so far. */
  Report.Figures figures() {
    var requests = served + rejected + failed;
    var gap = 0.0;
    for (var one : gaps) {
      gap += Math.abs(one);
    }
    return new Report.Figures(
        requests,
        served,
        rejected,
        failed,
        share((double) rejected, requests),
        share((double) right, served),
        share(gap, served),
        new Report.Latency(
            latencies.millis(0.5),
            latencies.millis(0.95),
            latencies.millis(0.99),
            latencies.millis(1)));
  }

  private static double share(double part, long whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
