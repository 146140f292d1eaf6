package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.present.CandidateView;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.PreviousView;
import dev.regularizer.core.present.RegularizersView;
import dev.regularizer.core.present.ServedView;
import dev.regularizer.core.regularizer.RegularizerDiff;
import dev.regularizer.core.regularizer.RegularizerSummary;
import dev.regularizer.core.regularizer.RegularizerWarning;
import dev.regularizer.core.regularizer.RegularizerWarnings;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model's status as people and pipelines read it. Output only: nothing here is read back as a
 * fact.
 */
final class Presenter {
  private Presenter() {}

  static ModelStatus present(Situation before, Plan plan) {
    var situation = Situation.of(written(before, plan), before.now(), plan.pointers());
    var stable = situation.stable();
    var measured = measured(situation);
    return new ModelStatus(
        plan.pointers(),
        situation.spec().generation(),
        plan.phase(),
        message(situation, plan),
        Tokens.current(situation),
        stable == null ? 0 : situation.workload(stable).replicas(),
        stable == null
            ? ""
            : "regularizer.dev/model="
                + situation.spec().key().name()
                + ",regularizer.dev/revision="
                + stable.suffix(),
        ConditionRules.of(situation, plan, message(situation, plan)),
        stable(situation),
        candidate(situation),
        previous(situation),
        regularizers(situation),
        measured.map(attempt -> SliViews.of(situation, attempt)).orElse(List.of()),
        situation.now());
  }

  /** Observations as they will be once the planned revision status is written. */
  private static Observations written(Situation situation, Plan plan) {
    var write = plan.revision();
    return write == null ? situation.seen() : situation.seen().with(write.name(), write.state());
  }

  private static String message(Situation situation, Plan plan) {
    var missing = situation.seen().missing();
    return missing.isEmpty() ? plan.message() : plan.message() + "; " + String.join("; ", missing);
  }

  private static @Nullable ServedView stable(Situation situation) {
    var stable = situation.stable();
    var pointer = situation.pointers().stable();
    return stable == null || pointer == null
        ? null
        : new ServedView(
            stable.name(),
            stable.version(),
            situation.weight(stable),
            situation.workload(stable).ready(),
            pointer.since(),
            pointer.reason());
  }

  private static @Nullable CandidateView candidate(Situation situation) {
    var candidate = situation.candidate();
    var attempt = candidate == null ? null : candidate.state().attempt().orElse(null);
    if (candidate == null || attempt == null) {
      return null;
    }
    var policy = attempt.policy();
    var spent = policy.window().multipliedBy(attempt.measurements().observedWindows());
    var left = situation.spec().rollout().deadline().minus(spent);
    return new CandidateView(
        candidate.name(),
        candidate.version(),
        attempt.number(),
        attempt.stepNumber(),
        situation.spec().rollout().steps().size(),
        attempt.step().map(StepRecord::weight).orElse(0),
        situation.weight(candidate),
        situation.workload(candidate).ready(),
        RolloutVerdict.of(policy.slis(), attempt.results(), policy.risk()).evidence(),
        attempt.startedAt(),
        attempt.ended() ? null : situation.now().plus(left));
  }

  private static @Nullable PreviousView previous(Situation situation) {
    var previous = situation.previous();
    var pointer = situation.pointers().previous();
    return previous == null || pointer == null
        ? null
        : new PreviousView(previous.name(), situation.workload(previous).ready(), pointer.until());
  }

  private static @Nullable RegularizersView regularizers(Situation situation) {
    var stable = situation.stable();
    var target = situation.target().revision();
    RevisionRecord newest = target != null ? target : stable;
    if (newest == null) {
      return null;
    }
    return new RegularizersView(
        RegularizerSummary.of(newest.regularizers()),
        stable == null || stable.name().equals(newest.name())
            ? List.of()
            : RegularizerDiff.between(stable.regularizers(), newest.regularizers()),
        RegularizerWarnings.of(newest.regularizers()).stream()
            .map(RegularizerWarning::message)
            .toList());
  }

  /**
   * The attempt whose figures people want to see: the running one, the baking one, or the last of
   * what was asked for.
   */
  private static Optional<Attempt> measured(Situation situation) {
    var shown =
        situation.candidate() != null
            ? situation.candidate()
            : situation.previous() != null ? situation.stable() : situation.target().revision();
    return shown == null ? Optional.empty() : shown.state().attempt();
  }
}
