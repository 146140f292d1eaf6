package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.testkit.verdict.Miscalibration.Pattern;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.ArrayList;
import java.util.List;

/**
 * A candidate exactly at the boundary of what is allowed, looked at 200 times: how often is it
 * rolled back? 300 requests (100 labels) a window go to the candidate, nine times as many to
 * stable. Constant: rates stay. Drifting: rates and traffic swing by half. Incident: both revisions
 * fail (or cost five times as much) for 30 windows, the candidate all the time 1.1 times as often
 * as stable (or 1.05 times as much).
 */
final class TypeOneCells {

  static final String GROUP = "typeOne";
  static final int RUNS = 4000;
  static final int LOOKS = 200;

  private static final int WEIGHT = 10;
  private static final int FROM = 60;
  private static final int TO = 90;
  private static final double REQUESTS = 3000;
  private static final double LABELS = 1000;

  private TypeOneCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    cells.addAll(absolute(Policies.REJECTIONS, .01, REQUESTS));
    cells.addAll(absolute(Policies.LATENCY, .05, REQUESTS));
    cells.addAll(relative(Policies.ERRORS, .005, REQUESTS));
    cells.addAll(relative(Policies.SLOWER, .04, REQUESTS));
    cells.addAll(absolute(Policies.TOXIC, .002, REQUESTS));
    cells.addAll(absolute(Policies.BURN, .001, REQUESTS));
    cells.addAll(absolute(Policies.WRONG, .1, LABELS));
    cells.addAll(relative(Policies.MORE_WRONG, .05, LABELS));
    cells.addAll(cohorts());
    cells.addAll(calibration());
    cells.addAll(cost());
    return cells;
  }

  private static List<Cell> absolute(DeclaredSli sli, double objective, double total) {
    EventSource constant =
        new EventSource(Curve.constant(objective), Curve.constant(objective / 2));
    EventSource drifting = new EventSource(Curve.drift(objective), Curve.drift(objective / 2));
    return List.of(
        cell(sli, "constant", total, constant),
        cell(sli, "drifting", total, drifting),
        cell(sli, "incident", total, shared(objective / 2, 4 * objective, 1.1, 0)),
        cell(Policies.alone(sli), "constant, objective alone", total, constant),
        cell(Policies.alone(sli), "drifting, objective alone", total, drifting));
  }

  private static List<Cell> relative(DeclaredSli sli, double usual, double total) {
    Curve drift = Curve.drift(usual);
    return List.of(
        cell(sli, "constant", total, shared(usual, usual, 1.1, .001)),
        cell(sli, "drifting", total, new EventSource(drift.times(1.1, .001), drift)),
        cell(sli, "incident", total, shared(usual, 10 * usual, 1.1, .001)));
  }

  private static List<Cell> calibration() {
    List<Cell> cells = new ArrayList<>();
    for (Pattern pattern : Pattern.values()) {
      String where = ", " + pattern.label();
      Curve good = Curve.constant(.02);
      cells.add(calibration("constant" + where, pattern, Curve.constant(.05), good));
    }
    cells.add(calibration("drifting", Pattern.OVERCONFIDENT, Curve.drift(.05), Curve.drift(.02)));
    Curve incident = Curve.incident(.03, .15, FROM, TO);
    cells.add(calibration("incident", Pattern.OVERCONFIDENT, incident.times(1.1, 0), incident));
    return cells;
  }

  private static Cell calibration(String name, Pattern pattern, Curve candidate, Curve stable) {
    return cell(
        Policies.CALIBRATION,
        name,
        LABELS,
        new CalibrationSource(
            new Miscalibration(pattern, candidate), new Miscalibration(pattern, stable), 1));
  }

  /** Four of ten cohorts are 1.1 times and 0.1 % worse than all together. */
  private static List<Cell> cohorts() {
    Curve incident = Curve.incident(.05, .3, FROM, TO);
    return List.of(
        cell(Policies.COHORTS, "constant", LABELS, cohorts(Curve.constant(.05))),
        cell(Policies.COHORTS, "drifting", LABELS, cohorts(Curve.drift(.05))),
        cell(Policies.COHORTS, "incident", LABELS, cohorts(incident)));
  }

  private static CohortSource cohorts(Curve all) {
    return new CohortSource(all, 4, 1.1, .001);
  }

  private static List<Cell> cost() {
    double ratio = 1.05;
    Curve constant = Curve.constant(1);
    Curve drift = Curve.drift(1);
    Curve incident = Curve.incident(1, 5, FROM, TO);
    return List.of(
        cell(Policies.COST, "constant", REQUESTS, cost(constant, ratio)),
        cell(Policies.COST, "drifting", REQUESTS, cost(drift, ratio)),
        cell(Policies.COST, "incident", REQUESTS, cost(incident, ratio)));
  }

  private static CostSource cost(Curve stable, double ratio) {
    return new CostSource(stable.times(ratio, 0), stable);
  }

  private static EventSource shared(double usual, double during, double ratio, double floor) {
    Curve stable = Curve.incident(usual, during, FROM, TO);
    return new EventSource(stable.times(ratio, floor), stable);
  }

  private static Cell cell(DeclaredSli sli, String traffic, double total, Source source) {
    List<SliPolicy> policies = Policies.of(sli);
    boolean drifts = traffic.startsWith("drifting");
    Truth truth =
        new Truth(
            sli.name() + ", " + traffic,
            drifts ? Curve.swell(total) : Curve.constant(total),
            List.of(source),
            Nature.GOOD);
    return new Cell(
        GROUP,
        truth,
        "verdict",
        before -> new VerdictRule(policies, Policies.RISK, Ramp.flat(WEIGHT, LOOKS)),
        RUNS,
        LOOKS,
        new Goal.Rollbacks(Policies.RISK.falseRollback()));
  }
}
