package dev.regularizer.e2e.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.e2e.faults.proxy.Call;
import dev.regularizer.e2e.faults.proxy.Faults.Delivery;
import dev.regularizer.e2e.faults.proxy.Handling;
import dev.regularizer.e2e.faults.world.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Call WRITE = new Call("update", "regularizedmodels", "ic", "status", false);
  private static final Call READ = new Call("get", "regularizedmodels", "ic", "", false);
  private static final Call LIST = new Call("list", "pods", "", "", false);
  private static final Call WATCH = new Call("watch", "pods", "", "", false);

  private static Plan armed(String... faults) {
    var plan = new Plan(Stream.of(faults).map(Fault::parse).toList());
    plan.arm("42");
    return plan;
  }

  @Test
  void writesAreCountedOnceArmed() {
    var plan = new Plan(List.of(Fault.parse("kill-stored@2")));
    plan.request(WRITE);
    plan.request(WRITE);
    plan.arm("1");

    assertThat(plan.request(WRITE)).isEqualTo(Handling.PASS);
    assertThat(plan.request(READ)).isEqualTo(Handling.PASS);
    assertThat(plan.left()).hasSize(1);
    assertThat(plan.request(WRITE)).isEqualTo(new Handling.Kill(Handling.Point.STORED));
    assertThat(plan.left()).isEmpty();
    assertThat(plan.request(WRITE)).isEqualTo(Handling.PASS);
  }

  @Test
  void refusalsMayComeInARow() {
    var plan = armed("refuse-409-2@1");

    assertThat(plan.request(WRITE)).isEqualTo(new Handling.Refuse(409));
    assertThat(plan.request(WRITE)).isEqualTo(new Handling.Refuse(409));
    assertThat(plan.request(WRITE)).isEqualTo(Handling.PASS);
  }

  @Test
  void aStormRefusesReadsAsWell() {
    var plan = armed("storm-503-60000@1");

    assertThat(plan.request(READ)).isEqualTo(Handling.PASS);
    assertThat(plan.request(WRITE)).isEqualTo(new Handling.Refuse(503));
    assertThat(plan.request(READ)).isEqualTo(new Handling.Refuse(503));
  }

  @Test
  void eventsOfAResourceAreCounted() throws InterruptedException {
    var plan = armed("drop-pods@2", "gone-pods@3");

    assertThat(plan.event(WATCH, "ADDED")).isEqualTo(Delivery.PASS);
    assertThat(plan.event(WATCH, "BOOKMARK")).isEqualTo(Delivery.PASS);
    assertThat(plan.event(WATCH, "MODIFIED")).isEqualTo(Delivery.DROP);
    assertThat(plan.event(WATCH, "MODIFIED")).isEqualTo(Delivery.GONE);
  }

  @Test
  void listsAreOfThePastAfterTheKill() {
    var plan = armed("past-pods-60000@1");

    assertThat(plan.request(LIST)).isEqualTo(Handling.PASS);
    assertThat(plan.request(WRITE)).isEqualTo(new Handling.Kill(Handling.Point.STORED));
    assertThat(plan.request(LIST)).isEqualTo(new Handling.Past("42"));
  }

  @Test
  void theWorldIsToldWhatElseGoesWrong() {
    var plan = armed("answer-nan-60000@1", "clock-behind-3000@1", "edit-delete-route@1");
    assertThat(plan.answer()).isEqualTo(Answer.SAMPLES);

    assertThat(plan.request(WRITE)).isEqualTo(Handling.PASS);

    assertThat(plan.answer()).isEqualTo(Answer.NAN);
    assertThat(plan.clockAhead()).isEqualTo(Duration.ofSeconds(-3));
    assertThat(plan.nextForTheWorld()).map(Fault::edit).contains("delete-route");
    assertThat(plan.nextForTheWorld()).isEmpty();
  }

  @Test
  void whatIsNoFaultIsSaid() {
    assertThatThrownBy(() -> Fault.parse("kill-stored"))
        .hasMessageContaining("found fault 'kill-stored'; allowed: WHAT@N");
    assertThatThrownBy(() -> Fault.parse("vanish@1").handling())
        .hasMessageContaining("found fault 'vanish'; allowed");
    assertThatThrownBy(() -> Fault.parse("kill-slowly@1").handling())
        .hasMessageContaining("allowed: kill-before, kill-stored, kill-answered");
  }
}
