package dev.regularizer.testkit.history;

import static dev.regularizer.testkit.history.Broken.broken;
import static dev.regularizer.testkit.history.Rollout.FRESH;
import static dev.regularizer.testkit.history.Rollout.MEASURED;
import static dev.regularizer.testkit.history.Rollout.NEW;
import static dev.regularizer.testkit.history.Rollout.OLD;
import static dev.regularizer.testkit.history.Rollout.STEP_1;
import static dev.regularizer.testkit.history.Rollout.STEP_2;
import static dev.regularizer.testkit.history.Rollout.attempt;
import static dev.regularizer.testkit.history.Rollout.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a history must and must not show of the route and of the pods behind it. */
class TrafficInvariantsTest {

  @Test
  void goodRolloutsBreakNothing() {
    assertThat(broken(Rollout.installed())).isEmpty();
    assertThat(broken(Rollout.measured())).isEmpty();
    assertThat(broken(Rollout.promoted())).isEmpty();
    assertThat(broken(Rollout.rolledBack())).isEmpty();
  }

  @Test
  void s2WeightsSumTo100() {
    assertThat(broken(Rollout.measured().route(OLD + "=50", NEW + "=49"))).contains("S2");
  }

  @Test
  void s2ZeroIsWrittenOut() {
    var missing = "[{'name': '" + OLD + "', 'weight': 100}, {'name': '" + NEW + "'}]";
    assertThat(broken(Rollout.measured().backends(missing))).containsOnly("S2");
  }

  @Test
  void s2NobodyLosesTrafficByBeingLeftOut() {
    assertThat(broken(Rollout.measured().failed().route(OLD + "=100"))).containsOnly("S2");
  }

  @Test
  void s10ThePointerMovesAfterTheTraffic() {
    var rollout = Rollout.measured();
    rollout.attempt(
        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Promoted"));
    assertThat(broken(rollout.model(2, "UpToDate", Rollout.stable(NEW, "Promoted"))))
        .containsOnly("S10");
  }

  @Test
  void s2OnlyLiveRevisionsHaveWeights() {
    assertThat(broken(Rollout.installed().route(OLD + "=100", "ic-dddddddddd=0")))
        .containsOnly("S2");
  }

  @Test
  void s3NoTrafficToARevisionWithoutReadyPods() {
    var rollout = Rollout.prepared().ready(NEW, 0);
    rollout.writes.later(10);
    rollout.attempt(NEW, "Candidate", attempt(1, "Trial", step(1, 25, 0, 0), FRESH, ""));
    assertThat(broken(rollout.route(OLD + "=75", NEW + "=25"))).contains("S3");
  }

  @Test
  void s3PodsStayWhileTheyHaveTraffic() {
    assertThat(broken(Rollout.measured().failed().workload(NEW, 0))).contains("S3");
  }

  @Test
  void s3PodsStayUntilTheDrainIsOver() {
    var rollout = Rollout.measured().failed().route(OLD + "=100", NEW + "=0").workload(NEW, 0);
    assertThat(broken(rollout)).containsOnly("S3");
  }

  @Test
  void s4PodsForTheWeightAreReadyBeforeIt() {
    var rollout = Rollout.measured();
    rollout.attempt(
        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + STEP_2, MEASURED, "Promoted"));
    assertThat(broken(rollout.route(OLD + "=0", NEW + "=100"))).containsOnly("S4");
  }

  @Test
  void s4StableKeepsItsSizeInATrial() {
    assertThat(broken(Rollout.measured().workload(OLD, 1))).contains("S4", "S9");
  }

  @Test
  void s5WeightsFollowThePlan() {
    var rollout = Rollout.started();
    rollout.attempt(
        NEW, "Candidate", attempt(1, "Trial", STEP_1 + "," + step(2, 60, 0, 0), MEASURED, ""));
    assertThat(broken(rollout)).containsOnly("S5");
  }

  @Test
  void s5NoStepIsLeftBeforeItsTime() {
    var rollout = Rollout.prepared();
    rollout.attempt(NEW, "Candidate", attempt(1, "Trial", step(1, 25, 0, 0), FRESH, ""));
    rollout.attempt(
        NEW,
        "Candidate",
        attempt(1, "Trial", step(1, 25, 1, 1) + "," + step(2, 50, 0, 0), MEASURED, ""));
    assertThat(broken(rollout)).containsOnly("S5");
  }

  @Test
  void s5ASkipLeavesAStepBeforeItsTime() {
    var rollout = Rollout.prepared();
    rollout.attempt(NEW, "Candidate", attempt(1, "Trial", step(1, 25, 0, 0), FRESH, ""));
    rollout.writes.by(Writes.USER);
    rollout.spec(2, "'regularizer.dev/command': 'skip cccccccccc.1.1'");
    rollout.writes.by(Writes.OPERATOR);
    rollout.attempt(
        NEW,
        "Candidate",
        attempt(1, "Trial", step(1, 25, 1, 1) + "," + step(2, 50, 0, 0), MEASURED, ""));
    assertThat(broken(rollout)).isEmpty();
  }

  @Test
  void s5ThePreviousStableReturnsOnlyAfterAFailure() {
    assertThat(broken(Rollout.promoted().route(OLD + "=100", NEW + "=0"))).containsOnly("S5");
  }

  @Test
  void s10NoWeightBeforeItsIntent() {
    assertThat(broken(Rollout.started().route(OLD + "=50", NEW + "=50"))).containsOnly("S10");
  }

  @Test
  void l3AFailureTakesTheTrafficAwayInTime() {
    var rollout = Rollout.measured().failed();
    rollout.writes.later(6);
    assertThat(broken(rollout.route(OLD + "=100", NEW + "=0"))).containsOnly("L3");
  }

  @Test
  void l3TrafficThatStaysIsFoundAtTheEnd() {
    var rollout = Rollout.measured().failed();
    rollout.writes.later(6);
    assertThat(broken(rollout.ready(OLD, 2))).containsOnly("L3");
  }
}
