package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The decision of one pass.
 *
 * <p>Pure: the same observations at the same instant give the same decision. Level-triggered: only
 * the state counts, never the event that woke the pass. Every prefix of what a decision asks for is
 * a legal crash point.
 */
public final class Rollouts {
  private static final Duration LONG = Duration.ofHours(1);

  /** Decides what to do now. */
  public Decision decide(Observations seen, Instant now) {
    if (seen.deleting()) {
      return new Decision(
          null,
          null,
          List.of(),
          List.of(),
          Phase.PENDING,
          Reason.Deleting,
          "being deleted; garbage collection removes the children",
          now.plus(LONG));
    }
    return switch (StableFinder.find(seen, now)) {
      case StableFinder.Found.Unclear(var message) -> {
        var situation = Situation.of(seen, now, Answering.unseen(seen, seen.pointers(), now));
        yield Answering.decide(situation, message)
            .orElseGet(() ->
                Assembly.assemble(
                    situation, Plan.of(situation, Phase.HOLDING, Reason.StableUnclear, message)));
      }
      case StableFinder.Found.Clear(var pointers) -> {
        var situation = Situation.of(seen, now, Answering.unseen(seen, pointers, now));
        yield Answering.decide(situation, null)
            .orElseGet(() ->
                Assembly.assemble(
                    situation,
                    Upkeep.complete(situation, CarryingOut.plan(situation, Rollouts::plan))));
      }
    };
  }

  private static Plan plan(Situation situation) {
    var stable = situation.stable();
    if (situation.pointers().stable() != null && stable == null) {
      return Starting.lostStable(situation);
    }
    var candidate = situation.candidate();
    if (candidate != null) {
      return trial(situation, candidate);
    }
    if (situation.pointers().candidate() != null) {
      // The candidate's ModelRevision was deleted by somebody: there is nothing left to try.
      return Plan.of(
              situation, Phase.PENDING, Reason.Superseded, "the candidate's ModelRevision is gone")
          .point(situation.pointers().withCandidate(null));
    }
    if (stable != null && situation.previous() != null) {
      return Baking.plan(situation, stable, situation.previous());
    }
    if (stable != null && situation.pointers().previous() != null) {
      return Baking.end(
          situation,
          stable,
          stable.state().attempt().orElse(null),
          Reason.BakeCut,
          "the previous ModelRevision is gone: the bake ends, "
              + situation.call(stable)
              + " serves");
    }
    if (stable != null && situation.wants(stable)) {
      return UpToDate.plan(situation, stable);
    }
    return Starting.plan(situation);
  }

  private static Plan trial(Situation situation, RevisionRecord candidate) {
    var pointer = situation.pointers().candidate();
    var attempt = candidate.state().attempt().orElse(null);
    if (pointer != null && (attempt == null || attempt.number() < pointer.attempt())) {
      return Starting.begin(situation, candidate, pointer.attempt());
    }
    if (attempt == null) {
      throw new IllegalStateException("a candidate without pointer");
    }
    return running(Clocks.set(situation, attempt), candidate, attempt);
  }

  private static Plan running(Situation situation, RevisionRecord candidate, Attempt attempt) {
    if (attempt.ended() && !attempt.madeStable()) {
      return RollingBack.plan(situation, candidate, attempt);
    }
    if (!situation.wants(candidate) && !Promoting.serves(situation, candidate, attempt)) {
      return Endings.unwanted(situation, candidate, attempt);
    }
    if (attempt.ended()) {
      return untilNamesAreOurs(situation, Promoting.plan(situation, candidate, attempt));
    }
    if (Approvals.startMissing(situation, attempt)) {
      return Approvals.awaitStart(situation, candidate, attempt);
    }
    if (attempt.kind() != AttemptKind.TRIAL) {
      return untilNamesAreOurs(situation, Activating.plan(situation, candidate, attempt));
    }
    if (!attempt.policy().isOf(situation.spec().policy())
        && Acceptance.refusal(situation).isEmpty()) {
      return Starting.restart(situation, candidate, attempt);
    }
    return attempt.steps().isEmpty()
        ? untilNamesAreOurs(situation, Preparing.plan(situation, candidate, attempt))
        : Stepping.plan(situation, candidate, attempt);
  }

  /** A name that is taken in mid-way is shown as what it waits for; what can be done is done. */
  private static Plan untilNamesAreOurs(Situation situation, Plan plan) {
    return plan.revision() != null
        ? plan
        : Acceptance.taken(situation)
            .map(taken -> plan.as(Phase.HOLDING, taken.reason(), taken.message()))
            .orElse(plan);
  }
}
