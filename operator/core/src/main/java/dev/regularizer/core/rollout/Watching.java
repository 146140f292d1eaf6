package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The looks of a bake: only the new stable is measured, for there is nothing to compare it with.
 *
 * <p>The bake is over when its planned windows were observed and the old stable had time to drain;
 * windows nobody observed do not count, so a Prometheus that was away makes the bake longer, never
 * blind.
 */
final class Watching {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private Watching() {}

  static Plan plan(
      Situation situation,
      RevisionRecord stable,
      RevisionRecord previous,
      Attempt attempt,
      Bake bake) {
    var timing = situation.seen().timing();
    var base =
        Baking.keep(
            situation,
            stable,
            previous,
            attempt,
            Plan.of(
                situation, Phase.BAKING, Reason.Baking, Texts.baking(situation, stable, previous)));
    if (timing == null) {
      return base;
    }
    var cursor = cursor(attempt, bake);
    var look = situation.seen().look();
    if (look == null || !answers(look, stable, attempt, cursor)) {
      return next(situation, stable, attempt, bake, timing, base);
    }
    if (look.answer() instanceof Look.Failed(var detail)) {
      var measured = attempt.withMeasurements(attempt.measurements().failed(detail));
      var plan =
          measured.equals(attempt)
              ? base
              : base.write(stable.name(), stable.state().with(measured));
      return plan.wake(situation.now().plus(RETRY));
    }
    return Fold.bake(situation, stable, attempt, bake, look, timing)
        .map(measured -> counted(situation, stable, previous, measured, timing, base))
        .orElseGet(() -> base.ask(request(stable, attempt, cursor, look.end(), true)));
  }

  private static Plan counted(
      Situation situation,
      RevisionRecord stable,
      RevisionRecord previous,
      Attempt measured,
      ConnectionTiming timing,
      Plan base) {
    var bake = measured.bake();
    if (bake == null) {
      throw new IllegalStateException("a bake that vanished while it was measured");
    }
    var harm = BakeVerdict.harm(measured, bake);
    if (harm.isPresent()) {
      return Baking.giveBack(
          situation,
          stable,
          previous,
          measured,
          Outcome.ROLLED_BACK,
          Reason.SliFailed,
          harm.get().message(),
          harm.get().sli());
    }
    var plan = base.write(stable.name(), stable.state().with(measured));
    return next(situation, stable, measured, bake, timing, plan);
  }

  /** Ends the bake, asks for the windows closed by now, or wakes when the next one is. */
  private static Plan next(
      Situation situation,
      RevisionRecord stable,
      Attempt attempt,
      Bake bake,
      ConnectionTiming timing,
      Plan plan) {
    var drained = bake.startedAt().plus(situation.spec().rollout().drain());
    if (bake.windows() >= planned(situation, attempt, bake)) {
      return situation.now().isBefore(drained)
          ? plan.wake(drained)
          : Baking.end(
              situation, stable, attempt, Reason.BakeCompleted, situation.call(stable) + " serves");
    }
    var open =
        Windows.after(cursor(attempt, bake), attempt.policy().window(), timing, situation.now());
    if (!open.any()) {
      return plan.wake(open.nextCloses());
    }
    return plan.ask(request(stable, attempt, cursor(attempt, bake), open.end(), false))
        .wake(situation.now().plus(RETRY));
  }

  /**
   * A bake shortened in the spec ends sooner; the threshold keeps the length the bake began with.
   */
  private static long planned(Situation situation, Attempt attempt, Bake bake) {
    var asked =
        Math.ceilDiv(
            situation.spec().rollout().bake().toMillis(), attempt.policy().window().toMillis());
    return Math.min(asked, bake.plannedWindows());
  }

  private static Instant cursor(Attempt attempt, Bake bake) {
    var cursor = bake.cursor();
    return cursor == null ? bake.startedAt().plus(attempt.policy().warmUp()) : cursor;
  }

  private static Request request(
      RevisionRecord stable, Attempt attempt, Instant cursor, Instant end, boolean readBack) {
    return new Request.Samples(
        stable.name(),
        attempt.number(),
        List.of(stable.name()),
        attempt.policy(),
        cursor,
        end,
        readBack);
  }

  private static boolean answers(
      Look look, RevisionRecord stable, Attempt attempt, Instant cursor) {
    return look.revision().equals(stable.name())
        && look.attempt() == attempt.number()
        && look.cursor().equals(cursor);
  }
}
