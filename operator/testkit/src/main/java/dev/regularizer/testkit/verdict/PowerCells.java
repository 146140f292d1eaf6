package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.testkit.verdict.Miscalibration.Pattern;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.ArrayList;
import java.util.List;

/** How many samples a harmful candidate takes when one SLI has the whole alpha. */
final class PowerCells {

  static final String GROUP = "power";

  private static final int LOOKS = 1000;
  private static final int WEIGHT = 10;
  private static final Goal PUBLISHED = new Goal.Published();
  private static final Goal LABELS = new Goal.SamplesToRollback(920);

  private PowerCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    EventSource twice = new EventSource(Curve.constant(.02), Curve.constant(.008));
    Goal requests = new Goal.SamplesToRollback(1430);
    cells.add(events(Policies.REJECTIONS, "2 % against 1 %", twice, requests));
    cells.add(
        events(
            Policies.alone(Policies.REJECTIONS),
            "2 % against 1 %, objective alone",
            twice,
            requests));
    cells.add(
        events(
            Policies.LATENCY,
            "10 % slow against 5 %",
            new EventSource(Curve.constant(.1), Curve.constant(.03)),
            PUBLISHED));
    cells.add(
        events(
            Policies.ERRORS,
            "2 % against 1 % of stable",
            new EventSource(Curve.constant(.02), Curve.constant(.01)),
            PUBLISHED));
    cells.add(
        events(
            Policies.TOXIC,
            "0.4 % against 0.2 %",
            new EventSource(Curve.constant(.004), Curve.constant(.001)),
            PUBLISHED));
    cells.add(
        cell(
            Policies.BURN,
            "0.3 % against 0.1 %",
            3000,
            new EventSource(Curve.constant(.003), Curve.constant(.0005)),
            4000,
            PUBLISHED));
    cells.add(
        cell(
            Policies.WRONG,
            "15 % against 10 %",
            1000,
            new EventSource(Curve.constant(.15), Curve.constant(.08)),
            4000,
            PUBLISHED));
    cells.add(
        cell(
            Policies.COHORTS,
            "1 of 10 twice as often wrong as all",
            1000,
            new CohortSource(Curve.constant(.05), 1, 2, 0),
            4000,
            PUBLISHED));
    cells.add(
        cell(
            Policies.COST,
            "1.1 times stable against 1.05",
            3000,
            new CostSource(Curve.constant(1.1), Curve.constant(1)),
            4000,
            PUBLISHED));
    for (Pattern pattern : Pattern.values()) {
      Goal goal = pattern == Pattern.MIXED ? new Goal.Aimed(LABELS) : LABELS;
      cells.add(calibration(Policies.CALIBRATION, pattern, pattern.label(), 1000, 4000, goal));
      cells.add(
          calibration(
              Policies.alone(Policies.CALIBRATION),
              pattern,
              pattern.label() + ", objective alone",
              1000,
              4000,
              goal));
    }
    cells.add(
        calibration(
            Policies.CALIBRATION,
            Pattern.MIXED,
            Pattern.MIXED.label() + ", 30 labels a look",
            300,
            20_000,
            LABELS));
    return cells;
  }

  private static Cell events(DeclaredSli sli, String name, EventSource source, Goal goal) {
    return cell(sli, name, 3000, source, 20_000, goal);
  }

  private static Cell calibration(
      DeclaredSli sli, Pattern pattern, String name, double total, int runs, Goal goal) {
    Source source =
        new CalibrationSource(
            new Miscalibration(pattern, Curve.constant(.1)),
            new Miscalibration(pattern, Curve.constant(.02)),
            1);
    return cell(sli, ".10 against .05, " + name, total, source, runs, goal);
  }

  private static Cell cell(
      DeclaredSli sli, String name, double total, Source source, int runs, Goal goal) {
    List<SliPolicy> policies = Policies.of(sli);
    Truth truth =
        new Truth(sli.name() + ", " + name, Curve.constant(total), List.of(source), Nature.BAD);
    return new Cell(
        GROUP,
        truth,
        "verdict",
        before -> new VerdictRule(policies, Policies.RISK, Ramp.flat(WEIGHT, LOOKS)),
        runs,
        LOOKS,
        goal);
  }
}
