package dev.regularizer.testkit.history;

import static dev.regularizer.testkit.history.Broken.broken;
import static dev.regularizer.testkit.history.Rollout.FRESH;
import static dev.regularizer.testkit.history.Rollout.MEASURED;
import static dev.regularizer.testkit.history.Rollout.NEW;
import static dev.regularizer.testkit.history.Rollout.OLD;
import static dev.regularizer.testkit.history.Rollout.STEP_1;
import static dev.regularizer.testkit.history.Rollout.STEP_2;
import static dev.regularizer.testkit.history.Rollout.attempt;
import static dev.regularizer.testkit.history.Rollout.candidate;
import static dev.regularizer.testkit.history.Rollout.stable;
import static dev.regularizer.testkit.history.Rollout.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a history must and must not show of pointers, verdicts and attempts. */
class StateInvariantsTest {

  @Test
  void s1ThePointerMovesOnlyWithEvidence() {
    assertThat(broken(Rollout.measured().model(2, "UpToDate", stable(NEW, "Promoted"))))
        .containsOnly("S1", "S10");
  }

  @Test
  void s1ThePointerIsNeverLost() {
    assertThat(broken(Rollout.measured().model(2, "Pending", candidate(1)))).containsOnly("S1");
  }

  @Test
  void s1ThePointerNamesARevisionThatExists() {
    assertThat(
            broken(Rollout.installed().model(1, "UpToDate", stable("ic-dddddddddd", "Promoted"))))
        .containsOnly("S1");
  }

  @Test
  void s1ABakeReturnsToThePreviousStableAfterAFailureOnly() {
    var back = stable(OLD, "BakeReturn");
    assertThat(broken(Rollout.promoted().model(2, "UpToDate", back))).containsOnly("S1", "S10");
    var failed = Rollout.promoted().failed().route(OLD + "=100", NEW + "=0").service(OLD);
    assertThat(broken(failed.model(2, "RolledBack", back))).isEmpty();
  }

  @Test
  void s6NoPromotionBeforeTheLastStep() {
    assertThat(broken(promotion(STEP_1, MEASURED))).containsOnly("S6");
  }

  @Test
  void s6NoPromotionBeforeTheLastStepsTime() {
    assertThat(broken(promotion(STEP_1 + "," + step(2, 50, 1, 1), MEASURED))).containsOnly("S6");
  }

  @Test
  void s6NoPromotionWithoutAValidWindowAtTheLastWeight() {
    assertThat(broken(promotion(STEP_1 + "," + step(2, 50, 2, 0), MEASURED))).containsOnly("S6");
  }

  @Test
  void s6NoPromotionWhileAnSliFails() {
    var failing =
        attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Promoted")
            .replace("'verdict': 'Pass'", "'verdict': 'Fail'");
    assertThat(broken(Rollout.measured().attempt(NEW, "Candidate", failing))).containsOnly("S6");
  }

  @Test
  void s6NoPromotionWithAGateThatWasNotMet() {
    var open =
        attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Promoted")
            .replace("'verdict': 'Pass'", "'verdict': 'NoData'")
            .replace("'passLatched': true", "'passLatched': false");
    assertThat(broken(Rollout.measured().attempt(NEW, "Candidate", open))).containsOnly("S6");
  }

  @Test
  void s7NoGateIsMetBySilence() {
    var silent = "{'observedWindows': 0, 'slis': [{'windows': 0, 'passLatched': true}]}";
    var rollout = Rollout.prepared();
    rollout.attempt(NEW, "Candidate", attempt(1, "Trial", step(1, 25, 0, 0), silent, ""));
    assertThat(broken(rollout)).containsOnly("S7");
  }

  @Test
  void s7NothingIsRolledBackForLackOfData() {
    var unseen =
        attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "RolledBack")
            .replace("SliFailed", "PrometheusUnreachable");
    assertThat(broken(Rollout.measured().attempt(NEW, "Candidate", unseen))).containsOnly("S7");
  }

  @Test
  void s8ARevisionThatWasRolledBackGetsNoTraffic() {
    assertThat(broken(Rollout.rolledBack().route(OLD + "=75", NEW + "=25"))).contains("S8");
  }

  @Test
  void s8ItIsNotTriedAgainUnasked() {
    var again =
        Rollout.rolledBack().model(2, "Pending", stable(OLD, "Installed") + "," + candidate(2));
    assertThat(broken(again)).containsOnly("S8");
    assertThat(broken(Rollout.rolledBack().attempt(NEW, "Candidate", second()))).containsOnly("S8");
  }

  @Test
  void s8ALostStatusForgetsNothing() {
    var rollout = Rollout.rolledBack();
    rollout.writes.by(Writes.USER);
    rollout.writes.status(Model.RESOURCE, "ic", "{}").status(Revision.RESOURCE, NEW, "{}");
    rollout.writes.by(Writes.OPERATOR);
    rollout.model(2, "Pending", stable(OLD, "Installed") + "," + candidate(1));
    assertThat(broken(rollout)).contains("S8");
  }

  @Test
  void s8ARetryTriesAgain() {
    var rollout = Rollout.rolledBack();
    rollout.writes.by(Writes.USER);
    rollout.spec(2, "'regularizer.dev/command': 'retry cccccccccc.1.2'");
    rollout.writes.by(Writes.OPERATOR);
    rollout.model(2, "Pending", stable(OLD, "Installed") + "," + candidate(2));
    assertThat(broken(rollout.attempt(NEW, "Candidate", second()))).isEmpty();
  }

  @Test
  void s16ANewAttemptStartsWithoutSamples() {
    var carried = attempt(2, "Trial", "", MEASURED.replace("'passLatched': true", "'x': 1"), "");
    var superseded = attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Superseded");
    assertThat(broken(Rollout.measured().attempt(NEW, "Candidate", superseded, carried)))
        .containsOnly("S16");
  }

  @Test
  void s16AStepBeginsWithoutTime() {
    assertThat(
            broken(
                Rollout.started()
                    .attempt(
                        NEW,
                        "Candidate",
                        attempt(1, "Trial", STEP_1 + "," + step(2, 50, 1, 0), MEASURED, ""))))
        .containsOnly("S16");
  }

  @Test
  void s16CountsOnlyGrow() {
    var fewer = MEASURED.replace("'windows': 4", "'windows': 3");
    assertThat(
            broken(
                Rollout.measured()
                    .attempt(
                        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + STEP_2, fewer, ""))))
        .containsOnly("S16");
  }

  @Test
  void s16APolicyStaysAsItIs() {
    var other =
        attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "")
            .replace("'minimum': 200", "'minimum': 100");
    assertThat(broken(Rollout.measured().attempt(NEW, "Candidate", other))).containsOnly("S16");
  }

  @Test
  void s16AnOutcomeStays() {
    var alive = attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "");
    assertThat(broken(Rollout.rolledBack().attempt(NEW, "Candidate", alive))).containsOnly("S16");
  }

  @Test
  void l2EveryModelSettles() {
    var rollout = Rollout.measured();
    var check = HistoryCheck.of(Set.of(Writes.OPERATOR)).settledBy(rollout.writes.now());
    assertThat(check.violations(rollout.writes.all()))
        .extracting(Violation::invariant)
        .containsOnly("L2");
    assertThat(check.violations(Rollout.installed().writes.all())).isEmpty();
  }

  @Test
  void l2NoPodsAreLeftOver() {
    var rollout = Rollout.measured().failed().route(OLD + "=100", NEW + "=0");
    rollout.model(2, "RolledBack", stable(OLD, "Installed"));
    assertThat(
            HistoryCheck.of(Set.of(Writes.OPERATOR))
                .settledBy(rollout.writes.now())
                .violations(rollout.writes.all()))
        .extracting(Violation::invariant)
        .containsOnly("L2");
  }

  private static Rollout promotion(String steps, String measured) {
    var rollout = Rollout.started();
    if (!steps.equals(STEP_1)) {
      rollout.attempt(
          NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + step(2, 50, 0, 0), measured, ""));
    }
    return rollout.attempt(NEW, "Candidate", attempt(1, "Trial", steps, measured, "Promoted"));
  }

  private static String second() {
    return attempt(2, "Trial", "", FRESH, "");
  }
}
