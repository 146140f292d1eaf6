package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Eight SLIs share one alpha; beside it what eight tests at alpha each would do. */
final class CombinationCells {

  static final String GROUP = "combination";

  private static final int SLIS = 8;
  private static final int LOOKS = 200;
  private static final int RUNS = 4000;
  private static final int OTHER_RUNS = 1000;
  private static final int WEIGHT = 10;
  private static final EventSource BOUNDARY =
      new EventSource(Curve.constant(.01), Curve.constant(.005));
  private static final EventSource BAD = new EventSource(Curve.constant(.02), Curve.constant(.005));

  private CombinationCells() {}

  static List<Cell> all() {
    Goal alpha = new Goal.Rollbacks(Policies.RISK.falseRollback());
    Goal published = new Goal.Published();
    Truth boundary = truth("8 at the boundary", 0, Nature.GOOD);
    Truth one = truth("1 of 8 at 2 % against 1 %", 1, Nature.BAD);
    Truth two = truth("2 of 8 at 2 % against 1 %", 2, Nature.BAD);
    return List.of(
        combined(boundary, alpha),
        separate(boundary),
        combined(one, published),
        combined(two, published));
  }

  private static Truth truth(String name, int bad, Nature nature) {
    List<Source> sources = new ArrayList<>(Collections.nCopies(bad, BAD));
    sources.addAll(Collections.nCopies(SLIS - bad, BOUNDARY));
    return new Truth(name, Curve.constant(3000), sources, nature);
  }

  private static Cell combined(Truth truth, Goal goal) {
    List<SliPolicy> policies = Policies.of(slis().toArray(DeclaredSli[]::new));
    return new Cell(
        GROUP,
        truth,
        "verdict",
        before -> new VerdictRule(policies, Policies.RISK, Ramp.flat(WEIGHT, LOOKS)),
        goal instanceof Goal.Published ? OTHER_RUNS : RUNS,
        LOOKS,
        goal);
  }

  private static Cell separate(Truth truth) {
    List<SliPolicy> policies = slis().stream().map(sli -> Policies.of(sli).getFirst()).toList();
    return new Cell(
        GROUP,
        truth,
        "each at alpha, without correction",
        before -> new SeparateRule(policies, Policies.RISK, WEIGHT),
        OTHER_RUNS,
        LOOKS,
        new Goal.Published());
  }

  private static List<DeclaredSli> slis() {
    List<DeclaredSli> slis = new ArrayList<>();
    for (int i = 1; i <= SLIS; i++) {
      slis.add(Policies.alone(Policies.absolute("sli" + i, new SliKind.RejectionRate(), .01)));
    }
    return slis;
  }
}
