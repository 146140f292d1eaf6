package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.CohortText;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliStateText;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
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
import dev.regularizer.core.state.BakeDetector;
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
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StablePointer;
import dev.regularizer.core.state.Standstill;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.state.Transition;
import dev.regularizer.core.statistics.EDetector;
import dev.regularizer.core.statistics.HexDoubles;
import dev.regularizer.crds.ModelRevisionStatus;
import dev.regularizer.crds.RegularizedModelStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what will be read, through JSON and back, bit for bit. */
class StatusRoundTripTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00.123Z");

  private static RevisionState throughJson(RevisionState state) {
    var text = JSON.asJson(RevisionStatusWriter.write(state));
    return RevisionStatusReader.read(JSON.unmarshal(text, ModelRevisionStatus.class));
  }

  private static ModelStatus throughJson(ModelStatus status) {
    var text = JSON.asJson(ModelStatusWriter.write(status));
    var read = ModelStatusReader.read(JSON.unmarshal(text, RegularizedModelStatus.class));
    return Optional.ofNullable(read).orElseThrow();
  }

  @Test
  void aFreshRevision() {
    assertThat(throughJson(RevisionState.fresh())).isEqualTo(RevisionState.fresh());
  }

  @Test
  void aRunningAttempt() {
    var state = new RevisionState(Role.CANDIDATE, List.of(attempt(null, null)), List.of());
    assertThat(throughJson(state)).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void everyOutcome(Outcome outcome) {
    var ending =
        new Ending(outcome, Reason.SliFailed, "because", "calibration", AT, AT.plusMillis(1));
    var bake =
        new Bake(
            AT,
            AT.plusSeconds(10),
            3,
            60,
            List.of(new BakeDetector("rejections", new EDetector(sums()))));
    var state =
        new RevisionState(
            Role.STABLE,
            List.of(attempt(ending, null), attempt(ending, bake)),
            List.of(new Transition(AT, 1, 2, Reason.StepStarted, "step")));
    assertThat(throughJson(state)).isEqualTo(state);
    assertThat(RevisionStatusWriter.write(state).outcome())
        .isEqualTo(RevisionStatusWriter.word(outcome))
        .matches("[A-Z][a-z]+([A-Z][a-z]+)?");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReason(Reason reason) {
    var state =
        new RevisionState(null, List.of(), List.of(new Transition(AT, 1, 0, reason, "because")));
    assertThat(throughJson(state)).isEqualTo(state);
  }

  @Test
  void evidenceTravelsPacked() {
    var state = new RevisionState(Role.CANDIDATE, List.of(attempt(null, null)), List.of());
    var counts =
        RevisionStatusWriter.write(state).attempts().getFirst().measurements().slis().getFirst();
    assertThat(counts.candidate()).containsExactly(1L, 2L, 300L);
    assertThat(counts.packed()).matches("[A-Za-z0-9+/]+");
    assertThat(counts.harm()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aModelInEveryPhase(Phase phase) {
    var status = status(phase);
    assertThat(throughJson(status)).isEqualTo(status);
  }

  @Test
  void aModelOfWhichNothingIsKnown() {
    var status =
        new ModelStatus(
            Pointers.none(),
            1,
            Phase.PENDING,
            "",
            "",
            0,
            "",
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            AT);
    assertThat(throughJson(status)).isEqualTo(status);
  }

  @Test
  void pointersOutliveRevisionsThatWereNotSeen() {
    var status = status(Phase.PROGRESSING);
    var blind =
        new ModelStatus(
            status.pointers(),
            1,
            Phase.HOLDING,
            "m",
            "",
            0,
            "",
            List.of(),
            null,
            null,
            status.previous(),
            null,
            List.of(),
            AT);
    assertThat(throughJson(blind)).isEqualTo(blind);
  }

  @Test
  void aModelWithoutStatusHasNone() {
    assertThat(ModelStatusReader.read(null)).isNull();
    assertThat(ModelStatusReader.read(JSON.unmarshal("{}", RegularizedModelStatus.class))).isNull();
  }

  @Test
  void whatFiguresMeanTravelsBesideThem() {
    var attempt = attempt(null, null);
    var sli = new SliView(attempt.results().getFirst(), "latency: " + "x".repeat(2000));
    var status = status(Phase.PROGRESSING, List.of(sli));
    var written = ModelStatusWriter.write(status).slis().getFirst();
    assertThat(written.name()).isEqualTo(sli.result().name());
    assertThat(written.message()).hasSize(1024).startsWith("latency: x").endsWith("…");
    assertThat(throughJson(status)).as("never read back").isEqualTo(status(Phase.PROGRESSING));
    var kept = new RevisionState(Role.CANDIDATE, List.of(attempt), List.of());
    assertThat(RevisionStatusWriter.write(kept).attempts().getFirst().slis())
        .isNotEmpty()
        .allMatch(one -> one.message() == null);
  }

  @Test
  void aMessageTooLongForTheSchemaIsCut() {
    var status = status(Phase.HOLDING);
    var talkative =
        new ModelStatus(
            status.pointers(),
            1,
            Phase.HOLDING,
            "x".repeat(5000),
            "",
            0,
            "",
            List.of(),
            null,
            null,
            status.previous(),
            null,
            List.of(),
            AT);
    assertThat(ModelStatusWriter.write(talkative).message()).hasSize(4096).endsWith("…");
  }

  private static ModelStatus status(Phase phase) {
    return status(phase, List.of());
  }

  private static ModelStatus status(Phase phase, List<SliView> slis) {
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

  private static Attempt attempt(@Nullable Ending ending, @Nullable Bake bake) {
    return new Attempt(
        2,
        AttemptKind.TRIAL,
        new TrialPolicy(
            policies(), .05, 0.1 + 0.2, Duration.ofMillis(4500), Duration.ofSeconds(90), "default"),
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
                events(),
                SliState.START,
                SliState.START,
                SliState.START,
                costs(),
                events(),
                SliState.START,
                SliState.START,
                query(),
                cohorts()),
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

  private static SliState events() {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            4,
            0,
            1,
            false,
            true,
            List.of(1L, 2L, 300L),
            List.of(1L, 1L, 200L),
            List.of(1L, 2L, 3L, 4L, 5L, 6L),
            none,
            hex(),
            hex(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            List.of(),
            List.of()));
  }

  private static SliState costs() {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            31,
            0,
            0,
            false,
            false,
            none,
            none,
            none,
            none,
            List.of(),
            List.of(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            List.of(31L, 9_000L),
            hex().subList(0, 5),
            none,
            List.of(),
            List.of()));
  }

  private static SliState query() {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            7,
            0,
            0,
            false,
            false,
            none,
            none,
            none,
            none,
            List.of(),
            List.of(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            none,
            List.of(),
            List.of(7L, 3L, 1L, 2L),
            hex().subList(0, 1),
            List.of()));
  }

  private static SliState cohorts() {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            31,
            0,
            0,
            false,
            false,
            none,
            none,
            none,
            none,
            List.of(),
            List.of(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            List.of(),
            List.of(
                new CohortText("", 60, 6, HexDoubles.pack(sums()), ""),
                new CohortText("day", 99, 0, "", ""),
                new CohortText(
                    "night ☾", 210, 20, HexDoubles.pack(sums()), HexDoubles.pack(sums())))));
  }

  private static List<String> hex() {
    return sums().stream().map(Double::toHexString).toList();
  }

  private static List<Double> sums() {
    var sums = new ArrayList<Double>();
    for (int i = 1; i <= 12; i++) {
      sums.add(-1.0 / (3 * i));
    }
    return Collections.unmodifiableList(sums);
  }

  private static final EventSeries TOXIC =
      new EventSeries(
          List.of(SeriesSelector.of("toxic_answers_total")),
          List.of(SeriesSelector.of("answers_total", Map.of("lang", "en"))));

  private static List<SliPolicy> policies() {
    var declared =
        List.of(
            new DeclaredSli(
                "rejections",
                new SliKind.RejectionRate(),
                Optional.of(Gate.NoFail),
                Optional.of(.01),
                Optional.of(.017),
                Optional.empty(),
                Optional.of(250L),
                Optional.empty(),
                Optional.of(StableFailure.Rollback)),
            sli("errors", new SliKind.ErrorRate(), Optional.empty(), true),
            sli("slow", new SliKind.Latency(.99, .0375), Optional.empty(), false),
            sli("calibration", new SliKind.CalibrationError(), Optional.of(.05), false)
                .holdingAbove(Optional.of(25)),
            sli("cost", new SliKind.CostPerPrediction(), Optional.empty(), true),
            sli("wrong", new SliKind.PredictionError(), Optional.of(.1), false),
            sli("toxic", new SliKind.EventRate(TOXIC), Optional.empty(), true),
            sli("burn", new SliKind.ErrorBudgetBurn(.9995), Optional.of(14.4), false),
            sli(
                "queue",
                new SliKind.Query("avg(queue_depth{$(selector)})", .1 + .2, 3),
                Optional.empty(),
                false),
            sli(
                "fairness",
                new SliKind.CohortError(
                    CohortSeries.CONTRACT.by("region").from(LabelSource.Labeler),
                    7,
                    new VersusAll(1.2, 1.3, .002, .01)),
                Optional.empty(),
                false));
    return SliDefaults.resolve(declared).stream()
        .map(sli -> sli.name().equals("errors") ? sli.withPhi(1.37, PhiSource.History) : sli)
        .toList();
  }

  private static DeclaredSli sli(
      String name, SliKind kind, Optional<Double> objective, boolean versusStable) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable
            ? Optional.of(
                new DeclaredSli.Ratio(
                    Optional.of(1.1), Optional.empty(), Optional.empty(), Optional.empty()))
            : Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(30)),
        Optional.empty());
  }
}
