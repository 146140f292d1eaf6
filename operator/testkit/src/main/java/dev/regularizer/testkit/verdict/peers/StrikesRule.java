package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.testkit.verdict.Decision;
import dev.regularizer.testkit.verdict.Rule;
import java.util.List;

/** Strikes alone, without any race with promotion: what is behind the peers' counters. */
public final class StrikesRule implements Rule {

  private final Setting setting;
  private final Trail trail;
  private int strikes;

  /**
   * How it is set up.
   *
   * @param range windows in the query
   * @param strikes failed windows until it rolls back
   * @param consecutive whether a good window forgets them
   */
  public record Setting(int weight, Check check, int range, int strikes, boolean consecutive) {}

  /** A rollout that has not begun. */
  public StrikesRule(Setting setting) {
    this.setting = setting;
    this.trail = new Trail(setting.range());
  }

  @Override
  public int weight() {
    return setting.weight();
  }

  @Override
  public Decision look(List<SliWindow> counted) {
    trail.add(counted);
    if (setting.check().fails(trail)) {
      strikes++;
    } else if (setting.consecutive()) {
      strikes = 0;
    }
    return strikes >= setting.strikes() ? Decision.ROLLBACK : Decision.CONTINUE;
  }
}
