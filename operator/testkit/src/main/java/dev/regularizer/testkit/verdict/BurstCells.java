package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.statistics.Overdispersion;
import dev.regularizer.core.statistics.Overdispersion.Window;
import dev.regularizer.testkit.verdict.Miscalibration.Pattern;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.ArrayList;
import java.util.List;

/**
 * A candidate at the boundary while bad events come in bursts: the rate of each window of each
 * revision is drawn anew, so that counts scatter by the design effect more than independent
 * requests would. SLIs of bad events are judged with the overdispersion measured on 60 windows of
 * stable before the rollout, and beside it without any history; calibration and cost know no such
 * correction.
 */
final class BurstCells {

  static final String GROUP = "bursts";

  private static final double REQUESTS = 3000;
  private static final double LABELS = 1000;
  private static final int WEIGHT = 10;
  private static final int PUBLISHED_RUNS = 1000;
  private static final double[] DESIGN_EFFECTS = {1.3, 1.9, 4};
  private static final Goal ALPHA = new Goal.Rollbacks(Policies.RISK.falseRollback());
  private static final Goal PUBLISHED = new Goal.Published();

  private BurstCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (double effect : DESIGN_EFFECTS) {
      cells.addAll(events(Policies.REJECTIONS, .01, .005, effect));
      cells.addAll(events(Policies.alone(Policies.REJECTIONS), .01, .005, effect));
      cells.addAll(events(Policies.alone(Policies.LATENCY), .05, .03, effect));
      cells.addAll(events(Policies.ERRORS, 1.1 * .005 + .001, .005, effect));
      cells.addAll(events(Policies.SLOWER, 1.1 * .04 + .001, .04, effect));
      cells.add(calibration(effect));
      cells.add(cost(effect));
    }
    return cells;
  }

  private static List<Cell> events(DeclaredSli sli, double rate, double stable, double effect) {
    SliPolicy policy = Policies.of(sli).getFirst();
    String alone = sli.whenStableFailsToo().isPresent() ? ", objective alone" : "";
    Truth truth =
        truth(
            sli.name() + alone,
            effect,
            REQUESTS,
            new EventSource(Curve.constant(rate), Curve.constant(stable), effect));
    return List.of(
        new Cell(
            GROUP,
            truth,
            "60 windows of history",
            before -> rule(measured(policy, before, stable, effect)),
            TypeOneCells.RUNS,
            TypeOneCells.LOOKS,
            ALPHA),
        published(truth, policy));
  }

  private static Cell calibration(double effect) {
    return published(
        truth(
            Policies.CALIBRATION.name(),
            effect,
            LABELS,
            new CalibrationSource(
                new Miscalibration(Pattern.OVERCONFIDENT, Curve.constant(.05), effect),
                new Miscalibration(Pattern.OVERCONFIDENT, Curve.constant(.02), effect),
                1)),
        Policies.of(Policies.alone(Policies.CALIBRATION)).getFirst());
  }

  private static Cell cost(double effect) {
    return published(
        truth(
            Policies.COST.name(),
            effect,
            REQUESTS,
            new CostSource(Curve.constant(1.05), Curve.constant(1), effect)),
        Policies.of(Policies.COST).getFirst());
  }

  private static Truth truth(String name, double effect, double total, Source source) {
    return new Truth(
        name + ", design effect " + effect, Curve.constant(total), List.of(source), Nature.GOOD);
  }

  private static Cell published(Truth truth, SliPolicy policy) {
    return new Cell(
        GROUP,
        truth,
        "without history",
        before -> rule(policy),
        PUBLISHED_RUNS,
        TypeOneCells.LOOKS,
        PUBLISHED);
  }

  private static Rule rule(SliPolicy policy) {
    return new VerdictRule(List.of(policy), Policies.RISK, Ramp.flat(WEIGHT, TypeOneCells.LOOKS));
  }

  /** The policy with what stable's own windows say, all traffic being stable's. */
  private static SliPolicy measured(SliPolicy policy, Sampler before, double rate, double effect) {
    List<Window> history = new ArrayList<>();
    for (int j = 0; j < Overdispersion.WINDOWS; j++) {
      long requests = Math.round(REQUESTS);
      history.add(new Window(before.betaBinomial(requests, rate, effect), requests));
    }
    return policy.withPhi(Overdispersion.of(history).orElse(1), PhiSource.History);
  }
}
