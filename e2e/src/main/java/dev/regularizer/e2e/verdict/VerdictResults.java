package dev.regularizer.e2e.verdict;

import dev.regularizer.testkit.verdict.Cell;
import dev.regularizer.testkit.verdict.Goal;
import dev.regularizer.testkit.verdict.Outcome;
import dev.regularizer.testkit.verdict.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The raw figures, as they are kept in {@code e2e/results/verdict.json}.
 *
 * @param command what made them
 * @param seed of the suite; a run's own seed follows from it, the cell and the run's number
 * @param versions of what they were made with
 */
public record VerdictResults(
    String command, long seed, Map<String, String> versions, List<Result> cells) {

  /** Copies the collections. */
  public VerdictResults {
    versions = Map.copyOf(versions);
    cells = List.copyOf(cells);
  }

  /**
   * What came of one cell.
   *
   * @param commit of the sources it was played with
   * @param slice the outcome of the first runs alone
   * @param goal absent where a figure is published only
   */
  public record Result(
      String group,
      String truth,
      Truth.Nature nature,
      String rule,
      String commit,
      Outcome outcome,
      Outcome slice,
      @Nullable Held goal) {

    static Result of(Cell cell, String commit, Outcome outcome, Outcome slice) {
      return new Result(
          cell.group(),
          cell.truth().name(),
          cell.truth().nature(),
          cell.rule(),
          commit,
          outcome,
          slice,
          held(cell.goal(), outcome));
    }

    private static @Nullable Held held(Goal goal, Outcome outcome) {
      return goal instanceof Goal.Published
          ? null
          : new Held(
              goal.kind(),
              goal.binding(),
              goal.allowed(outcome.runs()),
              goal.found(outcome),
              goal.met(outcome));
    }

    /** What is wrong, if a goal is missed. */
    Optional<String> missed() {
      return unmet(true, "missed");
    }

    /** What was aimed at in vain, though it was no promise. */
    Optional<String> aimedTooHigh() {
      return unmet(false, "aimed too high");
    }

    private Optional<String> unmet(boolean binding, String words) {
      Held held = goal;
      return held == null || held.met() || held.binding() != binding
          ? Optional.empty()
          : Optional.of(
              "%s: %s: %s %s, at most %s"
                  .formatted(words, name(), held.kind(), held.found(), held.allowed()));
    }

    /** Name that no other cell has. */
    String name() {
      return group + "/" + truth + "/" + rule;
    }
  }

  /**
   * A goal and what was found.
   *
   * @param kind what is bounded
   * @param binding whether the command fails when it is missed
   */
  public record Held(String kind, boolean binding, double allowed, double found, boolean met) {}

  /** The cells of one table. */
  List<Result> group(String group) {
    return cells.stream().filter(cell -> cell.group().equals(group)).toList();
  }
}
