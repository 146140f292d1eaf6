package dev.regularizer.testkit;

/**
 * How the pods of one revision behave.
 *
 * @param readyAfterSeconds from being asked for to ready; negative: never
 * @param rejectionRate share of requests a guard rejects
 * @param errorRate share of requests that fail
 * @param confidence mean confidence of every answer, in one bin
 * @param accuracy share of answers that are right
 * @param restartsPerMinute container restarts
 * @param waiting what the cluster says of pods that are not ready; empty when nothing
 * @param cost of a prediction; 0: none is exported
 * @param queue requests that wait in a pod; negative: it is not exported
 * @param labels by cohort, and who counts them
 */
public record SimulatedServer(
    int readyAfterSeconds,
    double rejectionRate,
    double errorRate,
    double confidence,
    double accuracy,
    int restartsPerMinute,
    String waiting,
    double cost,
    double queue,
    SimulatedLabels labels) {
  /** Ready after 3 s, rejects and fails nothing, calibrated. */
  public static final SimulatedServer GOOD = new SimulatedServer(3, 0.001, 0, 0.82, 0.82, 0, "");

  /** One that exports neither cost nor queue. */
  public SimulatedServer(
      int readyAfterSeconds,
      double rejectionRate,
      double errorRate,
      double confidence,
      double accuracy,
      int restartsPerMinute,
      String waiting) {
    this(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        0,
        -1,
        SimulatedLabels.NONE);
  }

  /** The same, but sure of itself beyond what it knows. */
  public SimulatedServer overconfident() {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        0.97,
        accuracy,
        restartsPerMinute,
        waiting,
        cost,
        queue,
        labels);
  }

  /** The same, right so often, and as sure of itself as that. */
  public SimulatedServer right(double share) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        share,
        share,
        restartsPerMinute,
        waiting,
        cost,
        queue,
        labels);
  }

  /** The same with another share of failures. */
  public SimulatedServer failing(double rate) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        rate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        cost,
        queue,
        labels);
  }

  /** The same with another share of rejections. */
  public SimulatedServer rejecting(double rate) {
    return new SimulatedServer(
        readyAfterSeconds,
        rate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        cost,
        queue,
        labels);
  }

  /** The same, never ready for the reason given. */
  public SimulatedServer neverReady(String reason) {
    return new SimulatedServer(
        -1,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        reason,
        cost,
        queue,
        labels);
  }

  /** The same, restarting. */
  public SimulatedServer crashing(int perMinute) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        perMinute,
        "CrashLoopBackOff",
        cost,
        queue,
        labels);
  }

  /** The same, exporting what a prediction costs. */
  public SimulatedServer costing(double each) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        each,
        queue,
        labels);
  }

  /** The same, exporting how many requests wait. */
  public SimulatedServer queueing(double requests) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        cost,
        requests,
        labels);
  }

  /** The same with labels of its own. */
  public SimulatedServer labelled(SimulatedLabels next) {
    return new SimulatedServer(
        readyAfterSeconds,
        rejectionRate,
        errorRate,
        confidence,
        accuracy,
        restartsPerMinute,
        waiting,
        cost,
        queue,
        next);
  }
}
