package dev.regularizer.testkit.explore;

import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Role;
import java.util.EnumSet;
import java.util.Set;

/** What the stable pointer may do (S1), and what a status may say (S15, S19). */
final class PointerRules {
  private static final Set<Reason> MOVES =
      EnumSet.of(
          Reason.Installed,
          Reason.Promoted,
          Reason.PromotedByPolicy,
          Reason.PromotedByCommand,
          Reason.Reverted,
          Reason.BakeReturn);

  private static final int HISTORY = 10;

  private PointerRules() {}

  static void check(World before, World after, Busy busy) {
    var status = after.cluster().model().status();
    if (status == null) {
      return;
    }
    if (status.observedGeneration() > after.cluster().model().generation()) {
      throw new Violation("S15", "observedGeneration " + status.observedGeneration());
    }
    if (status.pointers().history().size() > HISTORY) {
      throw new Violation("S19", "history has " + status.pointers().history().size() + " entries");
    }
    int from = before.cluster().stable();
    int to = after.cluster().stable();
    if (from != to && before.cluster().model().status() != null) {
      moved(after, busy, from, to);
    }
  }

  private static void moved(World after, Busy busy, int from, int to) {
    var status = after.cluster().model().status();
    var pointer = status == null ? null : status.pointers().stable();
    if (to < 0 || pointer == null) {
      throw new Violation("S1", "the stable pointer is lost");
    }
    if (!MOVES.contains(pointer.reason())) {
      throw new Violation("S1", "the stable pointer moves for " + pointer.reason());
    }
    // Somebody may have deleted the ModelRevision since the pass read and wrote it.
    var stored = after.cluster().revisions().get(to);
    var known = stored == null ? busy.seen().revisions().get(to) : stored;
    if (known == null) {
      throw new Violation("S1", Wish.version(to) + " becomes stable without a ModelRevision");
    }
    if (pointer.reason() == Reason.BakeReturn) {
      returned(busy, from, to);
      return;
    }
    if (from < 0 && (known.record().state().role() == Role.STABLE || found(busy, to))) {
      // A restore: whoever serves goes on.
      return;
    }
    var proof = known.record().state().attempt().filter(Attempt::madeStable).orElse(null);
    if (proof == null) {
      throw new Violation(
          "S1",
          Wish.version(to) + " becomes stable, " + pointer.reason() + ", without a stored outcome");
    }
  }

  private static boolean found(Busy busy, int revision) {
    var status = busy.seen().model().status();
    var candidate = status == null ? null : status.pointers().candidate();
    return busy.seen().weight(revision) > 0
        && (candidate == null || !candidate.revision().equals(Wish.name(revision)));
  }

  private static void returned(Busy busy, int from, int to) {
    var old = busy.seen().model().status();
    var previous = old == null ? null : old.pointers().previous();
    if (previous == null || Wish.index(previous.revision()) != to) {
      throw new Violation("S1", Wish.version(to) + " returns but was not the warm one");
    }
    var failed = from < 0 ? null : busy.seen().revisions().get(from);
    if (failed == null
        || failed
            .record()
            .state()
            .attempt()
            .filter(one -> one.ended() && !one.madeStable())
            .isEmpty()) {
      throw new Violation("S1", "a return without the outcome of what it returns from");
    }
  }
}
