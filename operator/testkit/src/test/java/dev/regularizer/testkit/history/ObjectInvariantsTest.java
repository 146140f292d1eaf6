package dev.regularizer.testkit.history;

import static dev.regularizer.testkit.history.Broken.broken;
import static dev.regularizer.testkit.history.Rollout.NEW;
import static dev.regularizer.testkit.history.Rollout.OLD;
import static dev.regularizer.testkit.history.Rollout.deployment;
import static dev.regularizer.testkit.history.Rollout.metadata;
import static dev.regularizer.testkit.history.Rollout.stable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a history must and must not show of objects, conditions on writes, and their number. */
class ObjectInvariantsTest {

  @Test
  void s9StableKeepsItsWorkload() {
    var rollout = Rollout.installed();
    rollout.writes.delete(World.DEPLOYMENTS, OLD, "u-" + OLD);
    assertThat(broken(rollout)).contains("S9");
  }

  @Test
  void s9StableKeepsItsTemplate() {
    var rollout = Rollout.installed();
    rollout.writes.put(World.DEPLOYMENTS, OLD, deployment(OLD, 2, "model:2"));
    assertThat(broken(rollout)).containsOnly("S9");
  }

  @Test
  void s9WhatUsersDoToItIsTheirs() {
    var rollout = Rollout.installed();
    rollout.writes.by(Writes.USER).put(World.DEPLOYMENTS, OLD, deployment(OLD, 0, "model:2"));
    assertThat(broken(rollout)).isEmpty();
  }

  @Test
  void s10NoWorkloadBeforeItsAttempt() {
    assertThat(broken(Rollout.accepted().workload(NEW, 1))).containsOnly("S10");
  }

  @Test
  void s10TheServiceFollowsAnOutcome() {
    assertThat(broken(Rollout.measured().service(NEW))).containsOnly("S10");
  }

  @Test
  void s11TrafficIsMovedConditionally() {
    var rollout = Rollout.measured().failed();
    rollout.writes.unconditionally();
    assertThat(broken(rollout.route(OLD + "=100", NEW + "=0"))).containsOnly("S11");
  }

  @Test
  void s11PodsAreTakenAwayConditionally() {
    var rollout = Rollout.measured().failed().route(OLD + "=100", NEW + "=0");
    rollout.writes.later(4).unconditionally();
    assertThat(broken(rollout.workload(NEW, 0))).containsOnly("S11");
  }

  @Test
  void s12DeletionsNameTheUid() {
    var rollout = Rollout.rolledBack();
    rollout.writes.delete(World.DEPLOYMENTS, NEW, "");
    assertThat(broken(rollout)).containsOnly("S12");
    var right = Rollout.rolledBack();
    right.writes.delete(World.DEPLOYMENTS, NEW, "u-" + NEW);
    assertThat(broken(right)).isEmpty();
  }

  @Test
  void s12ObjectsOfOthersStayAsTheyAre() {
    var rollout = Rollout.installed();
    var theirs = "{" + metadata("settings", "u-other") + "}";
    rollout.writes.by(Writes.USER).put("configmaps", "settings", theirs);
    rollout.writes.by(Writes.OPERATOR).put("configmaps", "settings", theirs);
    assertThat(broken(rollout)).containsOnly("S12");
  }

  @Test
  void s14ASettledModelIsLeftAlone() {
    var rollout = Rollout.installed();
    rollout.writes.later(60);
    assertThat(broken(rollout.model(1, "UpToDate", stable(OLD, "Installed")))).containsOnly("S14");
  }

  @Test
  void s14ItMayAnswerAChange() {
    var rollout = Rollout.installed();
    rollout.writes.later(60);
    rollout.ready(OLD, 1).model(1, "UpToDate", stable(OLD, "Installed"));
    assertThat(broken(rollout)).isEmpty();
  }

  @Test
  void s15StatusIsWrittenConditionally() {
    var rollout = Rollout.installed();
    rollout.writes.unconditionally();
    assertThat(broken(rollout.model(1, "UpToDate", stable(OLD, "Installed")))).containsOnly("S15");
  }

  @Test
  void s15StatusNamesTheGenerationItWasComputedFrom() {
    assertThat(broken(Rollout.installed().model(2, "UpToDate", stable(OLD, "Installed"))))
        .containsOnly("S15");
  }

  @Test
  void s15AnOldGenerationIsNamedOnlyWithWhatWasSaidAboutIt() {
    var rollout = Rollout.installed();
    rollout.writes.by(Writes.USER);
    rollout.spec(2, "");
    rollout.writes.by(Writes.OPERATOR);
    var answered = stable(OLD, "Installed") + ", 'command': {'value': 'hold'}";
    assertThat(broken(rollout.model(1, "UpToDate", answered))).isEmpty();
    assertThat(broken(rollout.model(1, "Pending", answered))).containsOnly("S15");
  }

  @Test
  void s19StatusIsSmall() {
    var large = stable(OLD, "Installed") + ", 'message': '" + "x".repeat(70_000) + "'";
    assertThat(broken(Rollout.installed().model(1, "UpToDate", large))).containsOnly("S19");
  }

  @Test
  void s19HistoryIsShort() {
    var entries =
        String.join(", ", IntStream.range(0, 11).mapToObj(i -> "{'n': " + i + "}").toList());
    assertThat(
            broken(
                Rollout.installed()
                    .model(
                        1,
                        "UpToDate",
                        stable(OLD, "Installed") + ", 'history': [" + entries + "]")))
        .containsOnly("S19");
  }

  @Test
  void s19EventsAreFew() {
    var rollout = Rollout.installed();
    for (int i = 0; i < 11; i++) {
      rollout.writes.put("events", "ic.0" + i, "{'metadata': {'name': 'ic.0" + i + "'}}");
    }
    assertThat(broken(rollout)).containsOnly("S19");
  }

  @Test
  void orderOfTheRecordDoesNotMatter() {
    var writes = Rollout.rolledBack().writes.all();
    assertThat(HistoryCheck.of(Set.of(Writes.OPERATOR)).violations(writes.reversed())).isEmpty();
  }

  @Test
  void aSecondModelOfTheNameStartsAnew() {
    var writes = Rollout.rolledBack().writes;
    for (var name : List.of(OLD, NEW)) {
      writes.by("gc").delete(Revision.RESOURCE, name, "u-" + name);
      writes.delete(World.DEPLOYMENTS, name, "u-" + name);
    }
    writes.by(Writes.USER).delete(Model.RESOURCE, "ic", Rollout.UID);
    writes.put(Model.RESOURCE, "ic", "{'metadata': {'name': 'ic', 'uid': 'u-2', 'generation': 1}}");
    writes.by(Writes.OPERATOR);
    writes.status(Model.RESOURCE, "ic", "{'observedGeneration': 1, 'phase': 'Pending'}");
    assertThat(broken(writes.all())).isEmpty();
  }
}
