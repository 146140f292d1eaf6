package dev.regularizer.testkit.verdict;

import dev.regularizer.testkit.verdict.Miscalibration.Pattern;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.List;

/**
 * Candidates of the whole-policy table: four SLIs, 50 requests a second, labels for a fifth of
 * them. Stable rejects 0.5 %, answers 3 % too slowly, fails 0.5 % and has an ECE of .02.
 */
final class PolicyTruths {

  private static final double REJECTIONS = .005;
  private static final double SLOW = .03;
  private static final double ERRORS = .005;
  private static final double ECE = .02;
  private static final double LABELLED = .2;
  private static final double REQUESTS = 1500;

  private PolicyTruths() {}

  /** Like stable in everything. */
  static Truth healthy() {
    return truth("healthy", Nature.GOOD, REJECTIONS, SLOW, ERRORS, ECE, Pattern.OVERCONFIDENT);
  }

  /** At the boundary of everything that is allowed. */
  static Truth atEveryObjective() {
    return truth(
        "exactly at every objective",
        Nature.GOOD,
        .01,
        .05,
        1.1 * ERRORS + .001,
        .05,
        Pattern.OVERCONFIDENT);
  }

  /** At one limit each, healthy otherwise. */
  static List<Truth> atALimit() {
    return List.of(
        truth("rejections at the limit, 1.5 %", Nature.BAD, .015, SLOW, ERRORS, ECE),
        truth("latency at the limit, 6.5 % slow", Nature.BAD, REJECTIONS, .065, ERRORS, ECE),
        truth("errors at the limit", Nature.BAD, REJECTIONS, SLOW, 1.5 * ERRORS + .005, ECE),
        truth("ECE at the limit, .07", Nature.BAD, REJECTIONS, SLOW, ERRORS, .07));
  }

  /** What goes wrong in practice, and what only looks as if. */
  static List<Truth> others() {
    return List.of(
        truth("rejections 2 %", Nature.BAD, .02, SLOW, ERRORS, ECE),
        truth("10 % slow, objective 5 %", Nature.BAD, REJECTIONS, .1, ERRORS, ECE),
        truth("errors 4 times stable", Nature.BAD, REJECTIONS, SLOW, 4 * ERRORS, ECE),
        truth("ECE .10", Nature.BAD, REJECTIONS, SLOW, ERRORS, .1),
        truth("ECE .10, mixed signs", Nature.BAD, REJECTIONS, SLOW, ERRORS, .1, Pattern.MIXED),
        truth("errors 30 %", Nature.BAD, REJECTIONS, SLOW, .3, ECE),
        truth("between: errors twice stable", Nature.BETWEEN, REJECTIONS, SLOW, 2 * ERRORS, ECE),
        truth("between: rejections 1.25 %", Nature.BETWEEN, .0125, SLOW, ERRORS, ECE),
        incident(),
        labelled("healthy, 1 % labelled", Nature.GOOD, ECE),
        labelled("ECE .10, 1 % labelled", Nature.BAD, .1));
  }

  /** Both revisions reject 3 % and fail 10 % for 15 minutes: a common cause. */
  private static Truth incident() {
    Curve rejections = Curve.incident(REJECTIONS, .03, 50, 80);
    Curve errors = Curve.incident(ERRORS, .1, 50, 80);
    return new Truth(
        "healthy, incident in both",
        Curve.constant(REQUESTS),
        List.of(
            new EventSource(rejections, rejections),
            new EventSource(Curve.constant(SLOW), Curve.constant(SLOW)),
            new EventSource(errors, errors),
            calibration(ECE, Pattern.OVERCONFIDENT, LABELLED)),
        Nature.GOOD);
  }

  private static Truth labelled(String name, Nature nature, double ece) {
    return truth(name, nature, REJECTIONS, SLOW, ERRORS, ece, Pattern.OVERCONFIDENT, .01);
  }

  private static Truth truth(
      String name, Nature nature, double rejections, double slow, double errors, double ece) {
    return truth(name, nature, rejections, slow, errors, ece, Pattern.OVERCONFIDENT);
  }

  private static Truth truth(
      String name,
      Nature nature,
      double rejections,
      double slow,
      double errors,
      double ece,
      Pattern pattern) {
    return truth(name, nature, rejections, slow, errors, ece, pattern, LABELLED);
  }

  private static Truth truth(
      String name,
      Nature nature,
      double rejections,
      double slow,
      double errors,
      double ece,
      Pattern pattern,
      double labelled) {
    return new Truth(
        name,
        Curve.constant(REQUESTS),
        List.of(
            new EventSource(Curve.constant(rejections), Curve.constant(REJECTIONS)),
            new EventSource(Curve.constant(slow), Curve.constant(SLOW)),
            new EventSource(Curve.constant(errors), Curve.constant(ERRORS)),
            calibration(ece, pattern, labelled)),
        nature);
  }

  private static Source calibration(double ece, Pattern pattern, double labelled) {
    return new CalibrationSource(
        new Miscalibration(pattern, Curve.constant(ece)),
        new Miscalibration(pattern, Curve.constant(ECE)),
        labelled);
  }
}
