package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.testkit.verdict.Decision;
import dev.regularizer.testkit.verdict.Ramp;
import dev.regularizer.testkit.verdict.Rule;
import java.util.List;

/**
 * Argo Rollouts with a background analysis: steps go by time; each metric is measured at its
 * interval, its failures and inconclusive measurements are added up, and more of them than the
 * limits allow end the rollout: failures abort it, inconclusive ones pause it for a human. What
 * runs to the end of the steps is promoted.
 */
public final class ArgoRule implements Rule {

  private final Setting setting;
  private final Trail trail;
  private final int[] failed;
  private final int[] inconclusive;
  private int step;
  private int inStep;
  private int windows;

  /**
   * How it is set up.
   *
   * @param interval windows between measurements, and the range of their queries
   * @param failureLimit failures of one metric that are tolerated
   * @param inconclusiveLimit inconclusive measurements of one metric that are tolerated
   */
  public record Setting(
      List<Check> checks, Ramp ramp, int interval, int failureLimit, int inconclusiveLimit) {
    /** Copies the list. */
    public Setting {
      checks = List.copyOf(checks);
    }
  }

  /** A rollout that has not begun. */
  public ArgoRule(Setting setting) {
    this.setting = setting;
    this.trail = new Trail(setting.interval());
    this.failed = new int[setting.checks().size()];
    this.inconclusive = new int[setting.checks().size()];
  }

  @Override
  public int weight() {
    return setting.ramp().steps().get(step).weight();
  }

  @Override
  public Decision look(List<SliWindow> counted) {
    trail.add(counted);
    windows++;
    inStep++;
    Decision measured = windows % setting.interval() == 0 ? measure() : Decision.CONTINUE;
    return measured == Decision.CONTINUE ? advance() : measured;
  }

  private Decision measure() {
    boolean paused = false;
    for (int i = 0; i < failed.length; i++) {
      Check check = setting.checks().get(i);
      if (check.fails(trail)) {
        failed[i]++;
      } else if (!check.succeeds(trail)) {
        inconclusive[i]++;
      }
      if (failed[i] > setting.failureLimit()) {
        return Decision.ROLLBACK;
      }
      paused |= inconclusive[i] > setting.inconclusiveLimit();
    }
    return paused ? Decision.INCONCLUSIVE : Decision.CONTINUE;
  }

  private Decision advance() {
    List<Ramp.Step> steps = setting.ramp().steps();
    if (inStep < steps.get(step).windows()) {
      return Decision.CONTINUE;
    }
    if (step == steps.size() - 1) {
      return Decision.PROMOTE;
    }
    step++;
    inStep = 0;
    return Decision.CONTINUE;
  }
}
