package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
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

  /** When a revision became stable last; empty if never, or if it was not kept since. */
  private static Optional<Instant> servedAt(RevisionRecord revision) {
    return revision.outcome().filter(Outcome::sticks).isPresent()
        ? Optional.empty()
        : revision.state().attempts().stream()
            .filter(Attempt::madeStable)
            .map(Attempt::ending)
            .filter(Objects::nonNull)
            .map(Ending::at)
            .max(Comparator.naturalOrder());
  }
}
