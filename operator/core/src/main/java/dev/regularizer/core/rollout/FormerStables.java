package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Revisions that served before and may return without a trial. */
final class FormerStables {
  private FormerStables() {}

  /** Whether a revision is one of the last `rollbackWindow` stables before the present one. */
  static boolean within(Situation situation, RevisionRecord revision) {
    var stable = situation.stable();
    return situation.seen().revisions().stream()
        .filter(one -> stable == null || !one.name().equals(stable.name()))
        .filter(one -> servedAt(one).isPresent())
        .sorted(
            Comparator.comparing((RevisionRecord one) -> servedAt(one).orElseThrow()).reversed())
        .limit(situation.spec().rollout().rollbackWindow())
        .anyMatch(one -> one.name().equals(revision.name()));
  }

  /** When a revision became stable; empty if its last attempt did not end so. */
  private static Optional<Instant> servedAt(RevisionRecord revision) {
    return revision
        .state()
        .attempt()
        .filter(Attempt::madeStable)
        .map(Attempt::ending)
        .map(Ending::at);
  }
}
