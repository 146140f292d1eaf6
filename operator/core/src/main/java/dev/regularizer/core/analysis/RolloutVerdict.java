package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.Combination;
import dev.regularizer.core.statistics.Combination.Member;
import dev.regularizer.core.statistics.ObjectiveTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all SLIs say together. Rollback is decided by the weighted average of their e-values, so
 * that the whole rollout is wrong with probability at most alpha; promotion needs every gate. An
 * SLI that has no e-value decides alone at its own share of alpha, and the average of the others
 * then has the rest of it. A threshold on an expression fails alone, too, outside of alpha.
 *
 * @param logAll log evidence against "all SLIs are within their objective"
 * @param evidence share of the way to a rollback by the average; 1 means decided
 * @param rollback whether it is decided
 * @param failing the SLI to name for a rollback: the one that fails by itself, else the one that
 *     contributes most
 * @param combined whether no SLI fails by itself and only the sum does
 * @param gatesMet whether nothing fails and every gate is met
 * @param commonCause whether some SLI that can roll back misses its objective together with stable
 */
public record RolloutVerdict(
    double logAll,
    double evidence,
    boolean rollback,
    Optional<String> failing,
    boolean combined,
    boolean gatesMet,
    boolean commonCause) {

  /** Combines the results of all SLIs, in the order of their policies. */
  public static RolloutVerdict of(List<SliPolicy> policies, List<SliResult> results, Risk risk) {
    if (policies.size() != results.size()) {
      throw new IllegalArgumentException(
          policies.size() + " policies, " + results.size() + " results");
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      SliPolicy policy = policies.get(i);
      if (policy.gate() != Gate.Advisory && policy.combines()) {
        members.add(new Member(policy.name(), policy.weight(), results.get(i).countedLogHarm()));
      }
    }
    Combination combination = new Combination(members);
    double threshold = ObjectiveTest.threshold(risk.falseRollback());
    double logAll = combination.logE();
    boolean together = logAll >= threshold;
    Optional<String> alone = failsAlone(policies, results);
    boolean rollback = together || alone.isPresent();
    Optional<String> blamed =
        combination.blamed(risk.falseRollback()).map(Member::name).or(() -> alone);
    Optional<String> named =
        rollback ? blamed.or(() -> combination.largest().map(Member::name)) : Optional.empty();
    return new RolloutVerdict(
        logAll,
        logAll / threshold,
        rollback,
        named,
        rollback && blamed.isEmpty(),
        !rollback && results.stream().allMatch(RolloutVerdict::clears),
        results.stream().anyMatch(r -> r.gate() != Gate.Advisory && r.commonCause()));
  }

  /** An SLI outside the average that fails by itself. */
  private static Optional<String> failsAlone(List<SliPolicy> policies, List<SliResult> results) {
    for (int i = 0; i < policies.size(); i++) {
      SliPolicy policy = policies.get(i);
      if (policy.gate() != Gate.Advisory
          && !policy.combines()
          && results.get(i).verdict() == Verdict.Fail) {
        return Optional.of(policy.name());
      }
    }
    return Optional.empty();
  }

  private static boolean clears(SliResult result) {
    return result.gate() == Gate.Advisory || (result.gateMet() && result.verdict() != Verdict.Fail);
  }
}
