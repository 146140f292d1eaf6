package dev.regularizer.e2e.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that the bench measured, as it is kept in `e2e/results/operator.json`.
 *
 * @param commit of the sources
 * @param versions of what ran beside the operator, one a line
 * @param seed of the kills
 * @param kills with SIGKILL during rollouts
 * @param killProblems what a rollout without kills would not have had
 */
record OperatorFigures(
    String commit,
    String command,
    List<String> versions,
    List<Round> rounds,
    long seed,
    int kills,
    List<String> killProblems) {
  private static final int STEPS = 5;

  /** The figures that have a limit. */
  List<Goal> goals() {
    return List.of(
        goal(
            "API requests a minute while nothing changes",
            "",
            0.05,
            one -> one.idleCalls() * 60.0 / one.idleSeconds()),
        goal("Prometheus queries while nothing changes", "", 0, Round::idleQueries),
        goal("writes of one rollout with five steps", "", 20, Round::writesInAll),
        goal("writes a step", "", 3, one -> (double) one.stepWrites() / STEPS),
        goal(
            "writes that changed nothing",
            "%",
            1,
            one -> 100.0 * one.unchanged() / one.writesInAll()),
        goal("memory (resident), one model", "MB", 150, one -> one.residentKilobytes() / 1024.0),
        goal("start of the process to ready", "s", 2, one -> one.readyMillis() / 1000.0),
        goal("verdict recorded to traffic off", "s", 1, one -> one.offMillis() / 1000.0),
        new Goal(
            "problems in rollouts with " + kills + " kills (SIGKILL)",
            "",
            List.of((double) killProblems.size()),
            0));
  }

  /** The figures that have none: for the reader. */
  Goal reads() {
    return goal(
        "reads of one rollout with five steps", "", Double.POSITIVE_INFINITY, Round::readsInAll);
  }

  private Goal goal(String what, String unit, double allowed, ToDoubleFunction<Round> figure) {
    return new Goal(what, unit, rounds.stream().map(figure::applyAsDouble).toList(), allowed);
  }
}
