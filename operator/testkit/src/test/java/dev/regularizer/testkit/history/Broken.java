package dev.regularizer.testkit.history;

import java.util.List;
import java.util.Set;

/** The invariants a history breaks. */
final class Broken {
  private Broken() {}

  static List<String> broken(Rollout rollout) {
    return broken(rollout.writes.all());
  }

  static List<String> broken(List<CommittedWrite> history) {
    return HistoryCheck.of(Set.of(Writes.OPERATOR)).violations(history).stream()
        .map(Violation::invariant)
        .distinct()
        .toList();
  }
}
