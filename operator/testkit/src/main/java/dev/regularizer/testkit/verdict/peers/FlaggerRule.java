package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.testkit.verdict.Decision;
import dev.regularizer.testkit.verdict.Rule;
import java.util.List;

/**
 * Flagger: at each interval the checks are made in order up to the first that fails. A failure
 * counts, and failures are never forgotten; success raises the weight, and after the last weight
 * promotes. No data is a failure.
 */
public final class FlaggerRule implements Rule {

  private final Setting setting;
  private final Trail trail;
  private int failed;
  private int step;
  private int windows;

  /**
   * How it is set up.
   *
   * @param weights in order; one success moves to the next
   * @param interval windows between checks, and the range of their queries
   * @param threshold so many failed checks roll back
   */
  public record Setting(List<Check> checks, List<Integer> weights, int interval, int threshold) {
    /** Copies the lists. */
    public Setting {
      checks = List.copyOf(checks);
      weights = List.copyOf(weights);
    }
  }

  /** A rollout that has not begun. */
  public FlaggerRule(Setting setting) {
    this.setting = setting;
    this.trail = new Trail(setting.interval());
  }

  @Override
  public int weight() {
    return setting.weights().get(step);
  }

  @Override
  public Decision look(List<SliWindow> counted) {
    trail.add(counted);
    windows++;
    if (windows % setting.interval() != 0) {
      return Decision.CONTINUE;
    }
    if (!setting.checks().stream().allMatch(check -> check.succeeds(trail))) {
      failed++;
      return failed >= setting.threshold() ? Decision.ROLLBACK : Decision.CONTINUE;
    }
    if (step == setting.weights().size() - 1) {
      return Decision.PROMOTE;
    }
    step++;
    return Decision.CONTINUE;
  }
}
