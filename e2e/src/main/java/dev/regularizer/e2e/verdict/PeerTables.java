package dev.regularizer.e2e.verdict;

import dev.regularizer.e2e.verdict.VerdictResults.Result;
import dev.regularizer.testkit.verdict.Outcome;
import dev.regularizer.testkit.verdict.Truth.Nature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of the verdict beside the rules of other controllers, on the same traffic. */
final class PeerTables {

  static final String VERDICT = "verdict";

  private static final List<String> PEERS = List.of("Flagger", "Argo Rollouts", "Kayenta");

  private PeerTables() {}

  /** A row per rule, a column per truth. */
  static String strikes(VerdictResults results, String group) {
    List<Result> cells = results.group(group);
    Set<String> truths = names(cells, Result::truth);
    StringBuilder table = new StringBuilder("| rule |");
    truths.forEach(truth -> table.append(' ').append(truth).append(" |"));
    table.append("\n|---|").append("---|".repeat(truths.size())).append('\n');
    for (String rule : names(cells, Result::rule)) {
      table.append("| ").append(rule).append(" |");
      for (String truth : truths) {
        table.append(' ').append(Figure.strikes(find(cells, truth, rule).outcome())).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  /** A row per candidate, a column per rule: each peer with its defaults and with its best. */
  static String policy(VerdictResults results) {
    List<Result> cells = results.group("policy");
    List<String> rules = shown(cells);
    StringBuilder table = new StringBuilder("| candidate | verdict |");
    for (String peer : PEERS) {
      table.append(' ').append(peer).append(", default | ").append(peer).append(", best |");
    }
    table.append("\n|---|").append("---|".repeat(rules.size())).append('\n');
    for (String truth : names(cells, Result::truth)) {
      table.append("| ").append(truth).append(" |");
      for (String rule : rules) {
        table.append(' ').append(ending(find(cells, truth, rule).outcome())).append(" |");
      }
      table.append('\n');
    }
    table.append("\nThe best settings:\n\n");
    for (String peer : PEERS) {
      String best = best(cells, peer);
      table.append("- ").append(best).append(wrong(cells, best));
    }
    return table.append("- for comparison, the verdict").append(wrong(cells, VERDICT)).toString();
  }

  private static String wrong(List<Result> cells, String rule) {
    return String.format(Locale.ROOT, ": wrong in %.3f of the runs\n", mistakes(cells, rule));
  }

  /** Where a peer finds harm sooner than the verdict, and what that costs. */
  static String faster(VerdictResults results) {
    List<Result> cells = results.group("policy");
    StringBuilder table =
        new StringBuilder(
            "| candidate | rule | minutes to rollback | verdict's minutes | the rule rolls back a"
                + " healthy one |\n"
                + "|---|---|---|---|---|\n");
    for (String truth : names(cells, Result::truth)) {
      Result ours = find(cells, truth, VERDICT);
      for (String rule : shown(cells)) {
        Result theirs = find(cells, truth, rule);
        if (ours.nature() == Nature.BAD && sooner(theirs.outcome(), ours.outcome())) {
          Outcome healthy = find(cells, "healthy", rule).outcome();
          table.append(
              "| %s | %s | %s | %s | %s |\n"
                  .formatted(
                      truth,
                      rule,
                      Figure.minutes(theirs.outcome().rollbacks()),
                      Figure.minutes(ours.outcome().rollbacks()),
                      Figure.brief(healthy.rollbacks().count(), healthy.runs())));
        }
      }
    }
    return table.toString();
  }

  private static boolean sooner(Outcome theirs, Outcome ours) {
    return theirs.rollbacks().count() > theirs.runs() / 2
        && theirs.rollbacks().meanWindows() < ours.rollbacks().meanWindows();
  }

  private static List<String> shown(List<Result> cells) {
    List<String> rules = new ArrayList<>(List.of(VERDICT));
    for (String peer : PEERS) {
      rules.add(peer + ", default");
      rules.add(best(cells, peer));
    }
    return rules;
  }

  /** The setting with the fewest mistakes; of equal ones the first. */
  private static String best(List<Result> cells, String peer) {
    return names(cells, Result::rule).stream()
        .filter(rule -> rule.startsWith(peer + ",") && !rule.endsWith(", default"))
        .min(Comparator.comparingDouble(rule -> mistakes(cells, rule)))
        .orElseThrow();
  }

  /** Good candidates rolled back and bad ones promoted, on average over the candidates. */
  private static double mistakes(List<Result> cells, String rule) {
    return cells.stream()
        .filter(cell -> cell.rule().equals(rule) && cell.nature() != Nature.BETWEEN)
        .mapToDouble(cell ->
            (double)
                    (cell.nature() == Nature.GOOD
                        ? cell.outcome().rollbacks().count()
                        : cell.outcome().promotions().count())
                / cell.outcome().runs())
        .average()
        .orElseThrow();
  }

  private static String ending(Outcome outcome) {
    return "R %s (%s), P %s"
        .formatted(
            Figure.brief(outcome.rollbacks().count(), outcome.runs()),
            Figure.minutes(outcome.rollbacks()),
            Figure.brief(outcome.promotions().count(), outcome.runs()));
  }

  private static Set<String> names(List<Result> cells, Function<Result, String> name) {
    return cells.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Result find(List<Result> cells, String truth, String rule) {
    return cells.stream()
        .filter(cell -> cell.truth().equals(truth) && cell.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
