package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.PreviousPointer;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StablePointer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome is recorded; the candidate becomes what users are served by.
 *
 * <p>Order: full size and ready, route 0/100 observed, Service, then the pointer in one write.
 * Nothing is rewritten: traffic moves to pods that already proved themselves.
 */
final class Promoting {
  /** A gateway that has not answered for so long is worth telling people about. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Promoting() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var ending = attempt.ending();
    if (ending == null) {
      throw new IllegalStateException("no outcome to act on");
    }
    var stable = situation.stable();
    var halt = situation.halt();
    var size = situation.stableSize(attempt);
    var sizes = Split.sizes(situation, candidate, size, stable, size);
    var workload = situation.workload(candidate);
    if (workload.ready() == 0 && stable != null) {
      var plan =
          Plan.of(
                  situation,
                  Phase.HOLDING,
                  Reason.CandidateUnavailable,
                  "no pod of " + situation.call(candidate) + " is ready: stable keeps the traffic")
              .then(sizes);
      return situation.weight(candidate) == 0
          ? plan
          : plan.then(Split.give(situation, candidate, 0, stable));
    }
    var ready = workload.ready() >= size;
    var carried = situation.seen().route().carries(candidate.name(), 100);
    if (!ready && (carried || !StableAway.now(situation, candidate))) {
      return Plan.of(
              situation,
              Phase.PROMOTING,
              ending.reason(),
              ending.message() + Readiness.because(workload.explanation()))
          .then(sizes);
    }
    if (halt.isPresent()
        && stable != null
        && situation.weight(candidate) < 100
        && !StableAway.now(situation, candidate)) {
      return Plan.of(
              situation,
              Phase.HOLDING,
              halt.get().reason(),
              halt.get().text() + ": " + situation.call(candidate) + " is not promoted yet")
          .then(sizes);
    }
    if (!carried) {
      return awaitRoute(situation, candidate, ending)
          .then(sizes)
          .then(Split.give(situation, candidate, 100, stable));
    }
    if (!candidate.name().equals(situation.seen().serving())) {
      return Plan.of(situation, Phase.PROMOTING, ending.reason(), ending.message())
          .then(sizes)
          .then(new Effect.ApplyStableService(candidate.name()));
    }
    return flip(situation, candidate, attempt, ending);
  }

  private static Plan awaitRoute(Situation situation, RevisionRecord candidate, Ending ending) {
    var route = situation.seen().route();
    var late = !situation.now().isBefore(ending.at().plus(PATIENCE));
    if (route.acceptance() == Route.Acceptance.REFUSED
        || (late && route.weight(candidate.name()) == 100)) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          Reason.RouteNotAccepted,
          "the gateway does not accept the route" + Readiness.because(route.message()));
    }
    return Plan.of(situation, Phase.PROMOTING, ending.reason(), ending.message())
        .wake(ending.at().plus(PATIENCE));
  }

  /** Whether a first revision that is not wanted any more serves already: then it is installed. */
  static boolean serves(Situation situation, RevisionRecord candidate, Attempt attempt) {
    return attempt.ended()
        && attempt.kind() == AttemptKind.INSTALL
        && situation.weight(candidate) > 0
        && situation.workload(candidate).ready() > 0;
  }

  /** The pointer flip; the bake is recorded on the revision in the write before it. */
  private static Plan flip(
      Situation situation, RevisionRecord candidate, Attempt attempt, Ending ending) {
    var now = situation.now();
    var old = situation.stable();
    var previous = warm(situation, attempt);
    var bakes = previous != null;
    var pointers =
        situation
            .pointers()
            .withStable(new StablePointer(candidate.name(), now, ending.reason()))
            .withPrevious(previous)
            .withCandidate(null)
            .record(Endings.history(candidate, attempt));
    var served = bakes ? attempt.withBake(watch(situation, attempt)) : attempt;
    return Plan.of(
            situation,
            bakes ? Phase.BAKING : Phase.UP_TO_DATE,
            bakes ? Reason.Baking : Reason.UpToDate,
            bakes && old != null
                ? Texts.baking(situation, candidate, old)
                : situation.call(candidate) + " serves")
        .write(candidate.name(), candidate.state().with(served).withRole(Role.STABLE))
        .point(pointers);
  }

  /** The old stable while the new one bakes; null when there is nothing to bake or to return to. */
  private static @Nullable PreviousPointer warm(Situation situation, Attempt attempt) {
    var old = situation.stable();
    return attempt.kind() != AttemptKind.TRIAL || old == null || !bake(situation).isPositive()
        ? null
        : new PreviousPointer(
            old.name(), situation.now().plus(attempt.policy().warmUp()).plus(bake(situation)));
  }

  private static Bake watch(Situation situation, Attempt attempt) {
    var planned = Math.ceilDiv(bake(situation).toMillis(), attempt.policy().window().toMillis());
    return new Bake(situation.now(), null, 0, Math.toIntExact(planned), List.of());
  }

  private static Duration bake(Situation situation) {
    return situation.spec().rollout().bake();
  }
}
