package dev.regularizer.controller.wire;

import static dev.regularizer.controller.wire.StoredStatuses.AT;
import static dev.regularizer.controller.wire.StoredStatuses.attempt;
import static dev.regularizer.controller.wire.StoredStatuses.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.BakeDetector;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.Transition;
import dev.regularizer.core.statistics.EDetector;
import dev.regularizer.crds.ModelRevisionStatus;
import dev.regularizer.crds.RegularizedModelStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what will be read, through JSON and back, bit for bit. */
class StatusRoundTripTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

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
            List.of(new BakeDetector("rejections", new EDetector(StoredEvidence.sums()))));
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
}
