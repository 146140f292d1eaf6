package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.Combination;
import dev.regularizer.core.statistics.Combination.Member;
import dev.regularizer.core.statistics.ObjectiveTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all SLIs say together. Rollback is decided by the weighted average of their e-values, so
 * that the whole rollout is wrong with probability at most alpha; promotion needs every gate.
 *
 * @param logAll log evidence against "all SLIs are within their objective"
 * @param evidence share of the way to a rollback; 1 means decided
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
      if (policy.gate() != Gate.Advisory) {
        members.add(new Member(policy.name(), policy.weight(), results.get(i).countedLogHarm()));
      }
    }
    Combination combination = new Combination(members);
    double threshold = ObjectiveTest.threshold(risk.falseRollback());
    double logAll = combination.logE();
    boolean rollback = logAll >= threshold;
    Optional<Member> blamed = combination.blamed(risk.falseRollback());
    Optional<Member> named = rollback ? blamed.or(combination::largest) : Optional.empty();
    return new RolloutVerdict(
        logAll,
        logAll / threshold,
        rollback,
        named.map(Member::name),
        rollback && blamed.isEmpty(),
        !rollback && results.stream().allMatch(RolloutVerdict::clears),
        results.stream().anyMatch(r -> r.gate() != Gate.Advisory && r.commonCause()));
  }

  private static boolean clears(SliResult result) {
    return result.gate() == Gate.Advisory || (result.gateMet() && result.verdict() != Verdict.Fail);
  }
}
