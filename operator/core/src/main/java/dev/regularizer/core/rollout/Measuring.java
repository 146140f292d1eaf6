package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A weight is in force: fold the windows that closed, then decide from what is stored. */
final class Measuring {
  /** How soon a look that failed is repeated. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private Measuring() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var timing = situation.seen().timing();
    var cursor = attempt.measurements().cursor();
    if (timing == null || cursor == null) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          Reason.UnknownConnection,
          "spec.metrics.connection: \""
              + attempt.policy().connection()
              + "\" is not configured any more");
    }
    var look = situation.seen().look();
    if (look == null || !answers(look, candidate, attempt)) {
      var open = Windows.after(cursor, attempt.policy().window(), timing, situation.now());
      return next(
          situation,
          candidate,
          attempt,
          timing,
          Judge.judge(situation, candidate, attempt, !open.any(), open.inStep()));
    }
    var folded = Fold.trial(situation, candidate, attempt, look, timing);
    if (folded.isEmpty()) {
      return Judge.judge(situation, candidate, attempt, false, true)
          .ask(request(situation, candidate, attempt, look.end(), true));
    }
    var measured = looked(situation, attempt, folded.get());
    var after = Windows.after(cursor(measured), attempt.policy().window(), timing, situation.now());
    var caughtUp = measured.measurements().failedLooks() == 0 && !after.any();
    var plan = Judge.judge(situation, candidate, measured, caughtUp, after.inStep());
    var written =
        plan.revision() == null ? store(situation, candidate, attempt, measured, plan) : plan;
    return next(situation, candidate, measured, timing, written);
  }

  /** A look in which Prometheus had something says whether a verdict can still be reached. */
  private static Attempt looked(Situation situation, Attempt before, Attempt counted) {
    var measured = counted.measurements();
    return measured.observedWindows() == before.measurements().observedWindows()
        ? counted
        : counted.withMeasurements(
            measured.looked(!new Outlook(situation, counted).hopeless().isEmpty()));
  }

  private static Instant cursor(Attempt attempt) {
    var cursor = attempt.measurements().cursor();
    return cursor == null ? attempt.startedAt() : cursor;
  }

  /** Cursor and counts in one write; a look that changed nothing writes nothing. */
  private static Plan store(
      Situation situation, RevisionRecord candidate, Attempt before, Attempt measured, Plan plan) {
    if (measured.equals(before)) {
      return plan;
    }
    return plan.reason() == Reason.Measuring
        ? plan.write(candidate.name(), candidate.state().with(measured))
        : plan.write(
            candidate.name(), situation.logged(candidate, measured, plan.reason(), plan.message()));
  }

  /** Asks for the windows that are closed by now, or wakes when the next one is. */
  private static Plan next(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      ConnectionTiming timing,
      Plan plan) {
    if (plan.phase() == Phase.ROLLING_BACK
        || plan.phase() == Phase.PROMOTING
        || plan.reason() == Reason.StepStarted) {
      return plan;
    }
    var open = Windows.after(cursor(attempt), attempt.policy().window(), timing, situation.now());
    if (!open.any()) {
      return plan.wake(open.nextCloses());
    }
    if (attempt.measurements().failedLooks() > 0 && situation.seen().look() != null) {
      return plan.wake(situation.now().plus(RETRY));
    }
    return plan.ask(request(situation, candidate, attempt, open.end(), false))
        .wake(situation.now().plus(RETRY));
  }

  private static Request request(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      Instant end,
      boolean readBack) {
    var stable = situation.stable();
    var arms =
        stable == null || stable.name().equals(candidate.name())
            ? List.of(candidate.name())
            : List.of(candidate.name(), stable.name());
    return new Request.Samples(
        candidate.name(), attempt.number(), arms, attempt.policy(), cursor(attempt), end, readBack);
  }

  private static boolean answers(Look look, RevisionRecord candidate, Attempt attempt) {
    return look.revision().equals(candidate.name())
        && look.attempt() == attempt.number()
        && look.cursor().equals(attempt.measurements().cursor());
  }
}
