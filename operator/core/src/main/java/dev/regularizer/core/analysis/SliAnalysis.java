package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.Combination;
import dev.regularizer.core.statistics.ObjectiveTest;
import java.util.OptionalLong;

/**
 * Judges one SLI: adds windows to its state and reads the verdict from it. The same windows in the
 * same order give the same bits.
 *
 * @param policy how the SLI is judged
 * @param risk errors the rollout may make
 */
public record SliAnalysis(SliPolicy policy, Risk risk) {

  private static final int EMPTY_WINDOWS = 2;
  private static final int INVALID_WINDOWS = 2;

  /** Adds a closed window. */
  public SliState fold(SliState before, SliWindow window) {
    boolean awaiting = window.sinceFirstWeight().compareTo(policy.labelDelay()) < 0;
    if (!window.observed()) {
      return before.empty(awaiting);
    }
    if (isUnusable(window.candidate()) || isUnusable(window.stable())) {
      return before.invalid(awaiting);
    }
    if (policy.kind() instanceof SliKind.Query query) {
      return QueryVerdict.fold(before, query, window);
    }
    SliState after = new SliFold(policy, risk).counts(before, window, awaiting);
    return passes(after) ? after.latched() : after;
  }

  /** What is known now. */
  public SliResult result(SliState state) {
    if (policy.kind() instanceof SliKind.Query query) {
      return QueryVerdict.result(state, policy, query);
    }
    Evidence evidence = evidence(state);
    return result(state, evidence, evidence.figures().get(), evidence.projection().get());
  }

  /**
   * What decisions need of {@link #result}, many times faster: estimate, bounds and projection are
   * left empty.
   */
  public SliResult decisive(SliState state) {
    if (policy.kind() instanceof SliKind.Query query) {
      return QueryVerdict.result(state, policy, query);
    }
    return result(state, evidence(state), Evidence.Figures.NONE, Evidence.Projection.NONE);
  }

  private Evidence evidence(SliState state) {
    if (policy.comparesCosts()) {
      return CostEvidence.of(state.costs(), policy, risk);
    }
    if (policy.kind() instanceof SliKind.CohortError cohorts) {
      return CohortEvidence.of(state.cohorts(), cohorts, risk);
    }
    return policy.comparesConfidences()
        ? CalibrationEvidence.of(state.calibration(), policy, risk)
        : EventEvidence.of(state.events(), policy, risk);
  }

  private SliResult result(
      SliState state, Evidence evidence, Evidence.Figures figures, Evidence.Projection projection) {
    double failAt = Combination.threshold(policy.failWeight(), risk.falseRollback());
    double passAt = ObjectiveTest.threshold(risk.falsePromotion());
    boolean minimumMet =
        policy.comparesCosts()
            ? CostEvidence.minimumMet(state.costs(), policy)
            : evidence.judgedSamples() >= policy.minimum();
    boolean failMinimumMet =
        minimumMet
            && (!policy.needsBadEvents()
                || evidence.judgedBadEvents() >= policy.minimumBadEvents());
    boolean commonCause =
        failMinimumMet
            && policy.attributed()
            && (evidence.logHarmAlone() >= failAt && evidence.logHarm() < failAt);
    boolean failed = failMinimumMet && evidence.logHarm() >= failAt;
    boolean sharedNow = policy.countsBadEvents() && bothFailNow(state.events(), failAt);
    Verdict verdict = verdict(state, failed);
    return new SliResult(
        policy.name(),
        policy.gate(),
        verdict,
        reason(verdict, state, minimumMet, commonCause || sharedNow),
        figures.estimate(),
        figures.lower(),
        figures.upper(),
        evidence.samples(),
        evidence.badEvents(),
        evidence.logHarm(),
        evidence.logSafe(),
        evidence.logHarm() / failAt,
        evidence.logSafe() / passAt,
        minimumMet,
        failMinimumMet,
        state.passLatched(),
        commonCause || sharedNow,
        state.passLatched() ? OptionalLong.of(0) : projection.expected(),
        state.passLatched() ? OptionalLong.of(0) : atBest(projection),
        OptionalLong.empty(),
        evidence.cohort());
  }

  /** Only a gate that waits for proof asks whether it can still be had. */
  private OptionalLong atBest(Evidence.Projection projection) {
    return policy.gate() == Gate.Pass ? projection.atBest().get() : OptionalLong.empty();
  }

  private static boolean isUnusable(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Invalid<WindowCounts>
        || reading instanceof Reading.ReadBack<WindowCounts>;
  }

  private boolean passes(SliState state) {
    return !state.passLatched()
        && minimumMet(state)
        && logSafe(state) >= ObjectiveTest.threshold(risk.falsePromotion());
  }

  private boolean minimumMet(SliState state) {
    if (policy.comparesCosts()) {
      return CostEvidence.minimumMet(state.costs(), policy);
    }
    if (policy.comparesCohorts()) {
      return state.cohorts().total().labeled() >= policy.minimum();
    }
    return (policy.comparesConfidences()
            ? state.calibration().candidate().total()
            : state.events().judged().trials())
        >= policy.minimum();
  }

  private double logSafe(SliState state) {
    if (policy.comparesCosts()) {
      return CostEvidence.logSafe(state.costs(), policy, risk);
    }
    if (policy.kind() instanceof SliKind.CohortError cohorts) {
      return CohortEvidence.logSafe(state.cohorts(), cohorts);
    }
    return policy.comparesConfidences()
        ? CalibrationEvidence.logSafe(state.calibration(), policy)
        : EventEvidence.logSafe(state.events(), policy);
  }

  /** Whether right now both revisions miss the objective, over the trailing windows. */
  private boolean bothFailNow(EventState events, double failAt) {
    if (!events.stableFails(policy, risk.falseRollback())) {
      return false;
    }
    Events ours = EventState.total(events.trailing()).candidate();
    return ObjectiveTest.logHarm(
            ours.surely(), ours.trials(), policy.absolute().orElseThrow().objective(), policy.phi())
        >= failAt;
  }

  static Verdict verdict(SliState state, boolean failed) {
    if (failed) {
      return Verdict.Fail;
    }
    if (state.invalidWindows() >= INVALID_WINDOWS) {
      return Verdict.Invalid;
    }
    if (state.emptyWindows() >= EMPTY_WINDOWS) {
      return Verdict.NoData;
    }
    return state.passLatched() ? Verdict.Pass : Verdict.Undecided;
  }

  private SliReason reason(
      Verdict verdict, SliState state, boolean minimumMet, boolean commonCause) {
    return switch (verdict) {
      case Pass -> SliReason.WithinLimit;
      case Fail -> failure();
      case NoData -> SliReason.NoSamples;
      case Invalid -> SliReason.InvalidSamples;
      case Undecided -> {
        if (commonCause) {
          yield SliReason.CommonCause;
        }
        if (minimumMet) {
          yield SliReason.CollectingEvidence;
        }
        yield state.awaitingLabels() ? SliReason.AwaitingLabels : SliReason.BelowMinimum;
      }
    };
  }

  private SliReason failure() {
    if (policy.comparesCohorts()) {
      return SliReason.CohortWorseThanAll;
    }
    return policy.absolute().isPresent() ? SliReason.ObjectiveMissed : SliReason.WorseThanStable;
  }
}
