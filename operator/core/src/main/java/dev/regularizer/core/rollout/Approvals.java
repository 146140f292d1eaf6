package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;

/** What a rollout asks of people. An edit of `rollout.approvals` counts at once. */
final class Approvals {
  private Approvals() {}

  /** Whether an approval is asked for; one that served before needs nobody. */
  static boolean asked(Situation situation, Attempt attempt, Approval approval) {
    return situation.spec().rollout().approvals().contains(approval)
        && switch (approval) {
          case BEFORE_START -> attempt.kind() != AttemptKind.REVERT;
          case BEFORE_PROMOTION -> attempt.kind() == AttemptKind.TRIAL;
        };
  }

  /** Whether an approval is asked for and not given to this attempt. */
  static boolean missing(Situation situation, Attempt attempt, Approval approval) {
    var pointer = situation.pointers().candidate();
    return asked(situation, attempt, approval)
        && (pointer == null || !pointer.approved().contains(approval));
  }

  /** Whether a revision may not have its first pod yet. */
  static boolean startMissing(Situation situation, Attempt attempt) {
    return !attempt.ended()
        && attempt.steps().isEmpty()
        && missing(situation, attempt, Approval.BEFORE_START);
  }

  /** Nothing is made until somebody approves; what serves is kept. */
  static Plan awaitStart(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var stable = situation.stable();
    var plan =
        Plan.of(
            situation,
            Phase.AWAITING_APPROVAL,
            Reason.AwaitingApproval,
            situation.call(candidate)
                + " gets its first pod when somebody approves: "
                + how(candidate, attempt));
    return stable == null ? plan : plan.then(UpToDate.upkeep(situation, stable));
  }

  /** The trial is over but for a person's word; the looks go on. */
  static Plan awaitPromotion(
      Situation situation, RevisionRecord candidate, Attempt attempt, String why) {
    return Plan.of(
        situation,
        Phase.AWAITING_APPROVAL,
        Reason.AwaitingApproval,
        why
            + "; "
            + situation.call(candidate)
            + " is promoted when somebody approves: "
            + how(candidate, attempt));
  }

  private static String how(RevisionRecord candidate, Attempt attempt) {
    return "annotate with \"approve " + Tokens.of(candidate, attempt) + "\"";
  }
}
