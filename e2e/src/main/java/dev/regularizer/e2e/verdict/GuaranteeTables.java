package dev.regularizer.e2e.verdict;

import dev.regularizer.e2e.verdict.VerdictResults.Held;
import dev.regularizer.e2e.verdict.VerdictResults.Result;
import dev.regularizer.testkit.verdict.Outcome;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables of what the verdict promises. */
final class GuaranteeTables {

  private GuaranteeTables() {}

  static String typeOne(VerdictResults results) {
    return "| SLI, traffic | runs | rolled back (95 % interval) | at most |\n|---|---|---|---|\n"
        + results.group("typeOne").stream()
            .map(GuaranteeTables::typeOne)
            .collect(Collectors.joining());
  }

  private static String typeOne(Result cell) {
    Outcome outcome = cell.outcome();
    return "| %s | %d | %s | %s |\n"
        .formatted(
            cell.truth(),
            outcome.runs(),
            Figure.share(outcome.rollbacks().count(), outcome.runs()),
            atMost(cell, "%.4f"));
  }

  /** The goal of a cell, and whether it was missed. */
  private static String atMost(Result cell, String format) {
    Held goal = cell.goal();
    return goal == null
        ? "-"
        : String.format(Locale.ROOT, format, goal.allowed()) + (goal.met() ? "" : ", **missed**");
  }

  static String bursts(VerdictResults results) {
    return "| SLI | overdispersion from | runs | rolled back (95 % interval) | at most |\n"
        + "|---|---|---|---|---|\n"
        + results.group("bursts").stream()
            .map(cell ->
                "| %s | %s | %d | %s | %s |\n"
                    .formatted(
                        cell.truth(),
                        cell.rule(),
                        cell.outcome().runs(),
                        Figure.share(cell.outcome().rollbacks().count(), cell.outcome().runs()),
                        atMost(cell, "%.4f")))
            .collect(Collectors.joining());
  }

  static String power(VerdictResults results) {
    return "| SLI, harm | runs | rolled back | mean samples (95 % interval) | at most |\n"
        + "|---|---|---|---|---|\n"
        + results.group("power").stream().map(GuaranteeTables::power).collect(Collectors.joining());
  }

  private static String power(Result cell) {
    Outcome outcome = cell.outcome();
    return "| %s | %d | %s | %s | %s |\n"
        .formatted(
            cell.truth(),
            outcome.runs(),
            Figure.share(outcome.rollbacks().count(), outcome.runs()),
            Figure.samples(outcome.rollbacks()),
            atMost(cell, "%,.0f"));
  }

  static String combination(VerdictResults results) {
    return "| SLIs | rule | runs | rolled back (95 % interval) | mean requests |\n"
        + "|---|---|---|---|---|\n"
        + results.group("combination").stream()
            .map(cell ->
                "| %s | %s | %d | %s | %s |\n"
                    .formatted(
                        cell.truth(),
                        cell.rule(),
                        cell.outcome().runs(),
                        Figure.share(cell.outcome().rollbacks().count(), cell.outcome().runs()),
                        Figure.samples(cell.outcome().rollbacks())))
            .collect(Collectors.joining());
  }

  static String policy(VerdictResults results) {
    return "| candidate | runs | rolled back (95 % interval) | minutes | promoted (95 % interval) |"
        + " minutes | inconclusive |\n"
        + "|---|---|---|---|---|---|---|\n"
        + results.group("policy").stream()
            .filter(cell -> cell.rule().equals(PeerTables.VERDICT))
            .map(GuaranteeTables::policy)
            .collect(Collectors.joining());
  }

  private static String policy(Result cell) {
    Outcome outcome = cell.outcome();
    return "| %s | %d | %s | %s | %s | %s | %s |\n"
        .formatted(
            cell.truth(),
            outcome.runs(),
            Figure.share(outcome.rollbacks().count(), outcome.runs()),
            Figure.minutes(outcome.rollbacks()),
            Figure.share(outcome.promotions().count(), outcome.runs()),
            Figure.minutes(outcome.promotions()),
            Figure.brief(outcome.inconclusive(), outcome.runs()));
  }
}
