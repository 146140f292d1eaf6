package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How revisions begin: first installs, restores, refusals. */
class StartTranscriptsTest {

  @Test
  void firstRevisionIsInstalledWithoutTrial() {
    var scenario = new Scenario("first-install", Rows.FIRST_REVISION);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(5));
    scenario
        .ended("1.0.0", Outcome.INSTALLED, Reason.Installed)
        .serves("1.0.0", Reason.Installed)
        .golden();
    assertThat(scenario.attempt("1.0.0").orElseThrow().steps()).isEmpty();
  }

  @Test
  void newerSpecSupersedesBrokenFirstRevision() {
    var scenario = new Scenario("first-install-superseded", Rows.FIRST_REVISION);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD.neverReady("ImagePullBackOff"))
        .lasting(Duration.ofSeconds(12))
        .apply(Specs.first().version("1.0.1"), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(5));
    scenario
        .ended("1.0.0", Outcome.SUPERSEDED, Reason.Superseded)
        .gone("1.0.0")
        .serves("1.0.1", Reason.Installed)
        .golden();
  }

  @Test
  void lostStatusIsRestoredAndTheSpecGetsATrial() {
    var scenario = new Scenario("restore", Rows.RESTORE);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(5))
        .when("the model's status is lost", one -> one.status(null))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.play().until(Phase.UP_TO_DATE).lasting(Duration.ofSeconds(15));
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void podsThatAreNeverReadyEndTheAttempt() {
    var scenario = new Scenario("never-ready", Rows.NOT_THE_MODELS_FAULT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(
            Specs.first().version("2.0.0"),
            SimulatedServer.GOOD.neverReady("Unschedulable: 0/1 nodes have enough memory"))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.NOT_READY, Reason.ProgressDeadlineExceeded)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
    assertThat(scenario.play().decision().message()).contains("0/1 nodes have enough memory");
  }

  @Test
  void crashLoopBeforeTrafficEndsTheAttempt() {
    var scenario = new Scenario("crash-loop-before-traffic", Rows.CRASHES);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(
            Specs.first().version("2.0.0"),
            SimulatedServer.GOOD.neverReady("CrashLoopBackOff").crashing(12))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.NOT_READY, Reason.RestartsExceeded)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void templateTheApiServerRefusesCreatesNothing() {
    var scenario = new Scenario("template-refused", "a pod template the API server refuses");
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when(
            "the API server refuses templates",
            one -> one.templateRefused("containers[0].image: Required value"))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().cluster().revisions()).hasSize(1);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.TemplateRefused);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void specWithProblemsIsRefusedAndWhatServesServesOn() {
    var scenario = new Scenario("spec-refused", "a spec the schema cannot judge");
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when(
            "the spec has a problem",
            one ->
                one.problems(
                    List.of(
                        "spec.revision.pod: mounts /etc/regularizer, which is ours; mount"
                            + " elsewhere")))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.SpecRefused);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void anSliThatThePresetCannotServeIsRefusedAndWhatServesServesOn() {
    var scenario = new Scenario("sli-not-served", "a preset whose server lacks an SLI's series");
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when(
            "the spec names the preset KServe",
            one ->
                one.unserved(List.of("spec.slis[0].errorRate: the preset KServe cannot serve it")))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.SliNotServed);
    assertThat(scenario.play().status().conditions())
        .anySatisfy(condition -> {
          assertThat(condition.type()).isEqualTo(Condition.Type.PolicyValid);
          assertThat(condition.reason()).isEqualTo(Reason.SliNotServed.name());
          assertThat(condition.message()).contains("the preset KServe cannot serve it");
        });
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void foreignObjectOfOurNameIsLeftAlone() {
    var scenario = new Scenario("name-conflict", Rows.CONFLICT);
    scenario
        .play()
        .when(
            "a Service of our name is somebody else's",
            one -> one.conflicts(List.of("Service ic, owned by nobody")))
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.NameConflict);
    assertThat(scenario.play().cluster().revisions()).isEmpty();
    scenario.golden();
  }

  @Test
  void nameTakenInMidwayIsSaid() {
    var scenario = new Scenario("name-conflict-late", Rows.CONFLICT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.PROMOTING)
        .when(
            "somebody makes a Service of our name",
            one -> one.conflicts(List.of("Service ic, owned by nobody")));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.NameConflict);
    scenario
        .play()
        .when("it is deleted", one -> one.conflicts(List.of()))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(5));
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void unknownConnectionIsRefused() {
    var scenario = new Scenario("unknown-connection", "a missing Prometheus connection");
    scenario
        .play()
        .when("the connection is not configured", one -> one.connected(false))
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.UnknownConnection);
    scenario.golden();
  }

  @Test
  void deletionWritesNothing() {
    var scenario = new Scenario("deleted", Rows.DELETED);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING)
        .when("the model is deleted", Simulation::deleting);
    var decision = scenario.play().decision();
    assertThat(decision.reason()).isEqualTo(Reason.Deleting);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.status()).isNull();
    assertThat(decision.revision()).isNull();
    scenario.golden();
  }

  @Test
  void severalPossibleStablesChangeNothing() {
    var scenario = new Scenario("stable-unclear", Rows.RESTORE);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("at 50 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50)
        .when(
            "a restore brings the revisions back without status and without the Service",
            one -> {
              one.status(null);
              one.cluster().write(scenario.revisionOf("1.0.0"), RevisionState.fresh());
              one.cluster().write(scenario.revisionOf("2.0.0"), RevisionState.fresh());
              one.cluster().loseService();
            });
    var decision = scenario.play().decision();
    assertThat(decision.reason()).isEqualTo(Reason.StableUnclear);
    assertThat(decision.effects()).allMatch(Effect.Emit.class::isInstance);
    assertThat(decision.revision()).isNull();
    scenario.golden();
  }
}
