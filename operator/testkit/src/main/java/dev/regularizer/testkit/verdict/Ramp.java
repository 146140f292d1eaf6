package dev.regularizer.testkit.verdict;

import java.util.List;

/**
 * Planned steps.
 *
 * @param steps in order, with rising weights
 * @param deadline windows after which a rollout without a verdict is inconclusive
 */
public record Ramp(List<Step> steps, int deadline) {

  /**
   * One planned weight.
   *
   * @param weight percent
   * @param windows how long
   */
  public record Step(int weight, int windows) {}

  /** Copies the list. */
  public Ramp {
    steps = List.copyOf(steps);
  }

  /** One weight all the time. */
  public static Ramp flat(int weight, int windows) {
    return new Ramp(List.of(new Step(weight, windows)), windows);
  }

  /** 10, 10, 20 and 60 minutes at 5, 10, 25 and 50 percent, in windows of 30 s; 2 h at most. */
  public static Ramp usual() {
    return new Ramp(
        List.of(new Step(5, 20), new Step(10, 20), new Step(25, 40), new Step(50, 120)), 240);
  }
}
