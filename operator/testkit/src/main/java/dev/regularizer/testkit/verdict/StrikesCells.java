package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.testkit.verdict.Truth.Nature;
import dev.regularizer.testkit.verdict.peers.Check;
import dev.regularizer.testkit.verdict.peers.FlaggerRule;
import dev.regularizer.testkit.verdict.peers.KayentaRule;
import dev.regularizer.testkit.verdict.peers.Measure;
import dev.regularizer.testkit.verdict.peers.StrikesRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One SLI, 300 candidate requests a window: strikes beside the verdict, as long as both may look.
 * The race of Flagger ends early, so it can promote as well; so can the rank test of Kayenta, at
 * the end.
 */
final class StrikesCells {

  static final String REJECTIONS = "strikes";
  static final String ERRORS = "strikesVersusStable";

  private static final int LOOKS = 200;
  private static final int RUNS = 4000;
  private static final int SLOW_RUNS = 1000;
  private static final int WEIGHT = 10;

  private StrikesCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (double rate : new double[] {.008, .01, .015, .02, .05, .3}) {
      cells.addAll(rejections(rate));
    }
    cells.addAll(errors("equal to stable, 1 %", 1, Nature.GOOD));
    cells.addAll(errors("1.1 times stable", 1.1, Nature.GOOD));
    cells.addAll(errors("twice stable", 2, Nature.BAD));
    return cells;
  }

  private static List<Cell> rejections(double rate) {
    Truth truth =
        new Truth(
            "rejections of " + 100 * rate + " %, objective 1 %",
            Curve.constant(3000),
            List.of(new EventSource(Curve.constant(rate), Curve.constant(.005))),
            rate > .01 ? Nature.BAD : Nature.GOOD);
    Check objective = new Check(0, Measure.OWN, .01);
    List<Cell> cells = new ArrayList<>(strikes(REJECTIONS, truth, Policies.REJECTIONS, objective));
    FlaggerRule.Setting race =
        new FlaggerRule.Setting(List.of(objective), List.of(10, 10, 10, 10, 10, 10), 1, 5);
    cells.add(
        cell(REJECTIONS, truth, "5 failed before 6 passed windows", () -> new FlaggerRule(race)));
    return cells;
  }

  private static List<Cell> errors(String name, double ratio, Nature nature) {
    Curve stable = Curve.constant(.01);
    Truth truth =
        new Truth(
            "errors " + name,
            Curve.constant(3000),
            List.of(new EventSource(stable.times(ratio, 0), stable)),
            nature);
    List<Cell> cells =
        new ArrayList<>(
            strikes(ERRORS, truth, Policies.ERRORS, new Check(0, Measure.WORSE_THAN_STABLE, 0)));
    KayentaRule.Setting ranks =
        new KayentaRule.Setting(1, Ramp.flat(WEIGHT, LOOKS), 60, true, 1, 75, 95);
    cells.add(
        new Cell(
            ERRORS,
            truth,
            "Mann-Whitney on windows, every 30 minutes",
            before -> new KayentaRule(ranks),
            SLOW_RUNS,
            LOOKS,
            new Goal.Published()));
    return cells;
  }

  private static List<Cell> strikes(String group, Truth truth, DeclaredSli sli, Check check) {
    List<SliPolicy> policies = Policies.of(sli);
    return List.of(
        cell(
            group,
            truth,
            "verdict",
            () -> new VerdictRule(policies, Policies.RISK, Ramp.flat(WEIGHT, LOOKS))),
        cell(group, truth, "1 failed window", strikes(check, 1, 1, false)),
        cell(group, truth, "3 failed windows in a row", strikes(check, 1, 3, true)),
        cell(group, truth, "5 failed windows in all", strikes(check, 1, 5, false)),
        cell(group, truth, "5 failed 5-minute rates", strikes(check, 10, 5, false)));
  }

  private static Supplier<Rule> strikes(Check check, int range, int strikes, boolean consecutive) {
    StrikesRule.Setting setting =
        new StrikesRule.Setting(WEIGHT, check, range, strikes, consecutive);
    return () -> new StrikesRule(setting);
  }

  private static Cell cell(String group, Truth truth, String rule, Supplier<Rule> rules) {
    return new Cell(group, truth, rule, before -> rules.get(), RUNS, LOOKS, new Goal.Published());
  }
}
