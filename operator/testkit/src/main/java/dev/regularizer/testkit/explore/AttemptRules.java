package dev.regularizer.testkit.explore;

import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.command.Verb;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.Outcome;

/** What the status of a revision may become: S5, S6, S7, S8, S16. */
final class AttemptRules {
  /** The SLI whose samples are good or bad. */
  private static final int ERRORS = 0;

  private AttemptRules() {}

  static void check(World before, World after, Busy busy, int revision) {
    var record = after.record(revision);
    var next = record == null ? null : record.state().attempt().orElse(null);
    if (next == null) {
      return;
    }
    var old = before.record(revision);
    var last = old == null ? null : old.state().attempt().orElse(null);
    if (last == null || next.number() != last.number()) {
      begun(before, revision, last == null ? 0 : last.number(), next);
      return;
    }
    steps(busy, revision, last, next);
    if (next.results().get(ERRORS).verdict() == Verdict.Pass
        && after.witness(revision).provenIn() != next.number()) {
      throw new Violation("S7", Wish.version(revision) + " passes without a good window");
    }
    if (last.ending() == null && next.ending() != null) {
      ended(after, busy, revision, next);
    }
  }

  private static void begun(World before, int revision, int last, Attempt next) {
    var name = Wish.version(revision);
    if (before.witness(revision).stuck() > 0) {
      throw new Violation("S8", name + " is tried again without being asked for by a command");
    }
    if (next.number() != last + 1) {
      throw new Violation("S16", name + ": attempt " + next.number() + " after " + last);
    }
    if (!next.steps().isEmpty()
        || next.ending() != null
        || !next.measurements().equals(Measurements.start(next.policy().slis().size()))) {
      throw new Violation("S16", name + ": attempt " + next.number() + " begins with evidence");
    }
  }

  private static void steps(Busy busy, int revision, Attempt last, Attempt next) {
    int from = last.step().map(one -> one.weight()).orElse(0);
    int to = next.step().map(one -> one.weight()).orElse(0);
    if (from == to) {
      return;
    }
    int allowed =
        busy.seen().model().wish().spec(1).rollout().steps().stream()
            .mapToInt(Step::weight)
            .filter(weight -> weight > from)
            .findFirst()
            .orElse(-1);
    if (to != allowed) {
      throw new Violation(
          "S5",
          Wish.version(revision)
              + " goes from step "
              + from
              + " to "
              + to
              + ", next is "
              + allowed);
    }
  }

  private static void ended(World after, Busy busy, int revision, Attempt next) {
    var ending = next.ending();
    if (ending == null) {
      return;
    }
    var name = Wish.version(revision);
    if (ending.outcome() == Outcome.PROMOTED) {
      unfailed(revision, next);
      if (ending.reason() == Reason.PromotedByCommand) {
        ordered(busy, revision);
      } else {
        promoted(after, busy, revision, next, ending.reason());
      }
    }
    if (ending.reason() == Reason.SliFailed
        && after.witness(revision).harmedIn() != next.number()) {
      throw new Violation("S7", name + " is rolled back without a bad window");
    }
  }

  private static void promoted(World after, Busy busy, int revision, Attempt next, Reason reason) {
    var name = Wish.version(revision);
    var last = busy.seen().model().wish().spec(1).rollout().steps().getLast().weight();
    var step = next.step().orElse(null);
    if (step == null || (reason == Reason.Promoted && step.weight() < last)) {
      throw new Violation("S6", name + " is promoted before its last step");
    }
    if (step.validWindows() < 1) {
      throw new Violation("S6", name + " is promoted without a valid window at its last weight");
    }
    if (reason == Reason.Promoted) {
      if (step.countedWindows() < 1
          || next.results().stream().anyMatch(one -> !one.passLatched())) {
        throw new Violation("S6", name + " is promoted too soon");
      }
      if (after.witness(revision).provenIn() != next.number()) {
        throw new Violation("S6", name + " is promoted without a good window");
      }
    } else if (!next.results().stream().allMatch(SliResult::minimumMet)) {
      throw new Violation("S6", name + " is promoted by policy without its minimum");
    }
  }

  private static void unfailed(int revision, Attempt next) {
    if (next.results().stream().anyMatch(one -> one.verdict() == Verdict.Fail)) {
      throw new Violation("S6", Wish.version(revision) + " is promoted while an SLI fails");
    }
  }

  private static void ordered(Busy busy, int revision) {
    var status = busy.seen().model().status();
    var command = status == null ? null : status.pointers().command();
    if (command == null
        || command.result() != CommandResult.ACCEPTED
        || !command.value().startsWith(Verb.PROMOTE.word())) {
      throw new Violation(
          "S6", Wish.version(revision) + " is promoted by a command nobody gave: " + command);
    }
  }
}
