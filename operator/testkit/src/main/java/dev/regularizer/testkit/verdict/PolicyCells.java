package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whole rollouts, with the steps, the promotion rule and the deadline, beside the peers. */
final class PolicyCells {

  static final String GROUP = "policy";

  private static final int RUNS = 1000;
  private static final int BOUNDARY_RUNS = 4000;
  private static final int HEALTHY_RUNS = 10_000;
  private static final int PEER_RUNS = 100;
  private static final List<SliPolicy> POLICIES =
      Policies.of(Policies.REJECTIONS, Policies.LATENCY, Policies.ERRORS, Policies.CALIBRATION);

  private PolicyCells() {}

  static List<Cell> all() {
    Goal published = new Goal.Published();
    List<Cell> cells = new ArrayList<>();
    cells.add(verdict(PolicyTruths.healthy(), HEALTHY_RUNS, new Goal.RollbacksSurelyBelow(.002)));
    cells.add(
        verdict(
            PolicyTruths.atEveryObjective(),
            BOUNDARY_RUNS,
            new Goal.Rollbacks(Policies.RISK.falseRollback())));
    for (Truth truth : PolicyTruths.atALimit()) {
      cells.add(verdict(truth, BOUNDARY_RUNS, new Goal.Promotions(Policies.RISK.falsePromotion())));
    }
    for (Truth truth : PolicyTruths.others()) {
      cells.add(verdict(truth, RUNS, published));
    }
    for (Cell cell : List.copyOf(cells)) {
      for (Map.Entry<String, Supplier<Rule>> peer : PeerSettings.all().entrySet()) {
        cells.add(
            new Cell(
                GROUP,
                cell.truth(),
                peer.getKey(),
                before -> peer.getValue().get(),
                PEER_RUNS,
                cell.looks(),
                published));
      }
    }
    return cells;
  }

  private static Cell verdict(Truth truth, int runs, Goal goal) {
    Ramp ramp = Ramp.usual();
    return new Cell(
        GROUP,
        truth,
        "verdict",
        before -> new VerdictRule(POLICIES, Policies.RISK, ramp),
        runs,
        ramp.deadline(),
        goal);
  }
}
