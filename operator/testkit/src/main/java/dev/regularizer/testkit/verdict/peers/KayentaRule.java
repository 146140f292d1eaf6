package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.testkit.verdict.Decision;
import dev.regularizer.testkit.verdict.Ramp;
import dev.regularizer.testkit.verdict.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Kayenta's judge: per metric the windows of both revisions are points without weight; a metric is
 * high when the 98 % interval of the shift lies above a quarter of its estimate and the mean ratio
 * reaches the allowed increase. The score is the share of metrics that are not high; a critical one
 * that is high makes it 0. Below the marginal score the rollout ends at once, at the end it must
 * reach the pass score.
 */
public final class KayentaRule implements Rule {

  private static final double Z = 2.326347874;
  private static final double TOLERANCE = 0.25;

  private final Setting setting;
  private final List<List<Double>> ours = new ArrayList<>();
  private final List<List<Double>> theirs = new ArrayList<>();
  private int step;
  private int inStep;
  private int windows;

  /**
   * How it is set up.
   *
   * @param slis how many
   * @param interval windows between judgements
   * @param critical whether each metric is
   * @param allowedIncrease ratio of the means up to which a high metric passes
   * @param marginal score below which it ends
   * @param pass score to reach at the end
   */
  public record Setting(
      int slis,
      Ramp ramp,
      int interval,
      boolean critical,
      double allowedIncrease,
      double marginal,
      double pass) {}

  /** A rollout that has not begun. */
  public KayentaRule(Setting setting) {
    this.setting = setting;
    for (int i = 0; i < setting.slis(); i++) {
      ours.add(new ArrayList<>());
      theirs.add(new ArrayList<>());
    }
  }

  @Override
  public int weight() {
    return setting.ramp().steps().get(step).weight();
  }

  @Override
  public Decision look(List<SliWindow> counted) {
    for (int i = 0; i < setting.slis(); i++) {
      note(ours.get(i), Measure.OWN.value(List.of(counted.get(i))));
      note(theirs.get(i), Measure.STABLE.value(List.of(counted.get(i))));
    }
    windows++;
    inStep++;
    List<Ramp.Step> steps = setting.ramp().steps();
    boolean over = inStep >= steps.get(step).windows();
    boolean end = over && step == steps.size() - 1;
    if (end) {
      return score() >= setting.pass() ? Decision.PROMOTE : Decision.ROLLBACK;
    }
    if (windows % setting.interval() == 0 && score() < setting.marginal()) {
      return Decision.ROLLBACK;
    }
    if (over) {
      step++;
      inStep = 0;
    }
    return Decision.CONTINUE;
  }

  private static void note(List<Double> points, double value) {
    if (!Double.isNaN(value)) {
      points.add(value);
    }
  }

  private double score() {
    int high = 0;
    for (int i = 0; i < setting.slis(); i++) {
      high += isHigh(array(ours.get(i)), array(theirs.get(i))) ? 1 : 0;
    }
    return setting.critical() && high > 0 ? 0 : 100.0 * (setting.slis() - high) / setting.slis();
  }

  private boolean isHigh(double[] experiment, double[] control) {
    if (experiment.length == 0 || control.length == 0) {
      return false;
    }
    MannWhitney shift = MannWhitney.shift(experiment, control, Z);
    return shift.lower() > TOLERANCE * Math.abs(shift.estimate())
        && mean(experiment) >= setting.allowedIncrease() * mean(control);
  }

  private static double mean(double[] points) {
    double sum = 0;
    for (double point : points) {
      sum += point;
    }
    return sum / points.length;
  }

  private static double[] array(List<Double> points) {
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
