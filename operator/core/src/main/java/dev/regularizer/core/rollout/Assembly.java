package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.SliView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a plan to a decision: the model's status, whether it is worth a write, and the Event of a
 * transition.
 */
final class Assembly {
  /** Figures alone are worth a write once a minute while something is measured. */
  private static final Duration FIGURES = Duration.ofSeconds(60);

  /** Counts of pods are worth one sooner. */
  private static final Duration READY = Duration.ofSeconds(10);

  /** Sentences that fit into an Event. */
  private static final int EXPLAINED = 2;

  private static final Set<Reason> WARNINGS =
      Set.of(
          Reason.SliFailed,
          Reason.CombinedEvidence,
          Reason.RestartsExceeded,
          Reason.BadEventsExceeded,
          Reason.ProgressDeadlineExceeded,
          Reason.Inconclusive,
          Reason.RolledBack,
          Reason.NotReady,
          Reason.PrometheusUnreachable,
          Reason.NoData,
          Reason.InvalidSamples,
          Reason.CommonCause,
          Reason.RouteNotAccepted,
          Reason.TrafficNotSplit,
          Reason.CapacityMissing,
          Reason.CandidateUnavailable,
          Reason.StableUnavailable,
          Reason.NameConflict,
          Reason.RouteConflict,
          Reason.TemplateRefused,
          Reason.SpecRefused,
          Reason.SliNotServed,
          Reason.UnknownConnection,
          Reason.StableUnclear,
          Reason.BakeReturn);

  private Assembly() {}

  static Decision assemble(Situation situation, Plan plan) {
    var next = Presenter.present(situation, plan);
    var stored = situation.seen().status();
    var effects = new ArrayList<>(plan.effects());
    var due = due(situation, plan, stored, next);
    var write = !situation.now().isBefore(due);
    if (write
        && (stored == null
            || stored.phase() != next.phase()
            || !stored.message().equals(next.message()))) {
      effects.add(event(plan, next));
    }
    var wake = !write && due.isBefore(plan.wakeAt()) ? due : plan.wakeAt();
    return new Decision(
        plan.revision(),
        write ? next : null,
        effects,
        plan.requests(),
        plan.phase(),
        plan.reason(),
        next.message(),
        wake);
  }

  /** When the status that was worked out is worth a write. */
  private static Instant due(
      Situation situation, Plan plan, @Nullable ModelStatus stored, ModelStatus next) {
    if (stored == null) {
      return situation.now();
    }
    if (!stored.sameButFigures(next)) {
      return Passing.until(situation, plan, stored, next);
    }
    if (!stored.sameReady(next)) {
      return stored.refreshedAt().plus(READY);
    }
    return situation.candidate() != null || situation.previous() != null
        ? stored.refreshedAt().plus(FIGURES)
        : Instant.MAX;
  }

  private static Effect.Emit event(Plan plan, ModelStatus next) {
    var key =
        next.observedGeneration()
            + "/"
            + next.token()
            + "/"
            + next.phase().text()
            + "/"
            + next.message();
    return new Effect.Emit(
        WARNINGS.contains(plan.reason()), plan.reason().name(), note(plan, next), key);
  }

  /**
   * The message, and for a hold that figures decided the sentences of its SLIs. The status has them
   * beside its message, which would else change at every look.
   */
  private static String note(Plan plan, ModelStatus next) {
    if (plan.phase() != Phase.HOLDING) {
      return next.message();
    }
    return Stream.concat(
            Stream.of(next.message()),
            next.slis().stream()
                .filter(sli -> decided(plan.reason(), sli.result()))
                .limit(EXPLAINED)
                .map(SliView::message))
        .collect(Collectors.joining("; "));
  }

  private static boolean decided(Reason hold, SliResult sli) {
    return switch (hold) {
      case CommonCause -> sli.commonCause() && sli.gate() != Gate.Advisory;
      case Inconclusive -> !sli.gateMet();
      default -> false;
    };
  }
}
