package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.history.HistoryReading;
import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.present.CandidateView;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.PreviousView;
import dev.regularizer.core.present.RegularizersView;
import dev.regularizer.core.present.ServedView;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.regularizer.RegularizerDiff;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.HistoryEntry;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.PodStart;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.PreviousPointer;
import dev.regularizer.core.state.StablePointer;
import dev.regularizer.core.state.Standstill;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statuses in which every field says something. */
final class StoredStatuses {
  static final Instant AT = Instant.parse("2026-05-01T12:00:00.123Z");

  private StoredStatuses() {}

  static ModelStatus status(Phase phase) {
    return status(phase, List.of());
  }

  static ModelStatus status(Phase phase, List<SliView> slis) {
    return new ModelStatus(
        new Pointers(
            new StablePointer("ic-aaa", AT, Reason.Promoted),
            new PreviousPointer("ic-ccc", AT.plusSeconds(600)),
            new CandidatePointer(
                "ic-bbb",
                2,
                true,
                Set.of(Approval.BEFORE_START),
                new Standstill(null, Duration.ofMillis(1500))),
            "ic-bbb",
            List.of(new HistoryEntry("ic-ccc", 1, Outcome.ROLLED_BACK, Reason.SliFailed, AT, AT)),
            new CommandRecord("hold bbb.2.1", CommandResult.DONE, "it holds", AT, true)),
        7,
        phase,
        "message",
        "bbb.2.1",
        3,
        "regularizer.dev/model=ic",
        List.of(
            new Condition(
                Condition.Type.Ready, Condition.Status.False, "Measuring", "message", AT, 7)),
        new ServedView("ic-aaa", "", 95, 3, AT, Reason.Promoted),
        new CandidateView("ic-bbb", "2.0", 2, 1, 3, 5, 5, 1, 0.25, AT, AT.plusSeconds(60)),
        new PreviousView("ic-ccc", 3, AT.plusSeconds(600)),
        new RegularizersView(
            "L2=1",
            List.of(
                new RegularizerDiff.Change("L2", "strength", "1", "2"),
                new RegularizerDiff.Change("L1", "type", null, "L1")),
            List.of("careful")),
        slis,
        AT);
  }

  static Attempt attempt(@Nullable Ending ending, @Nullable Bake bake) {
    return new Attempt(
        2,
        AttemptKind.TRIAL,
        new TrialPolicy(
            StoredPolicies.everyKind(),
            .05,
            0.1 + 0.2,
            Duration.ofMillis(4500),
            Duration.ofSeconds(90),
            "default"),
        "ic-aaa",
        3,
        1,
        AT,
        List.of(
            new StepRecord(1, 5, Duration.ofMinutes(5), AT, AT.plusMillis(7), 4, 3),
            StepRecord.intended(2, 50, Duration.ofMinutes(90), AT.plusSeconds(9))),
        new Measurements(
            AT,
            12,
            List.of(true, false),
            1,
            2,
            "problem",
            AT.minusSeconds(5),
            123_456_789_012L,
            0,
            List.of(
                StoredEvidence.events(),
                SliState.START,
                SliState.START,
                SliState.START,
                StoredEvidence.costs(),
                StoredEvidence.events(),
                SliState.START,
                SliState.START,
                StoredEvidence.query(),
                StoredEvidence.cohorts()),
            2),
        ending,
        bake,
        new LookLog(
            List.of(
                new LookRun(
                    AT, 12, 1, 1, Duration.ofSeconds(2), Optional.empty(), false, true, 0, true),
                new LookRun(
                    AT.plusSeconds(99),
                    1,
                    3,
                    2,
                    Duration.ofMillis(1500),
                    Optional.of(InvalidReason.Partial),
                    true,
                    false,
                    60,
                    false)),
            List.of(
                new PodStart("ic-aaa-b-c", AT, true, AT.plusSeconds(1)),
                new PodStart("ic-aaa-b-d", AT, false, AT.plusSeconds(1)),
                new PodStart("ic-aaa-b-c", null, false, AT.plusSeconds(5)))),
        new StableTraffic(
            77,
            List.of(
                new SliTraffic(.1 + .2, OptionalLong.of(291)),
                new SliTraffic(0, OptionalLong.empty())),
            50,
            Optional.of(
                new HistoryReading(
                    AT,
                    Duration.ofSeconds(15),
                    List.of(3, 4),
                    Map.of("ic-aaa-b-c", AT.plusMillis(1), "ic-aaa-b-d", AT),
                    Set.of("ic-aaa-b-d")))));
  }
}
