package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.crash.WeightLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A better model goes through its steps and its bake and becomes stable. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class GoodRolloutTest {

  @Test
  void goesThroughStepsAndBakeAndFlipsThePointer(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var old = model.view().stable().orElseThrow();
    try (var weights = new WeightLog(playground.cluster().client(), playground.namespace())) {
      model.apply(playground.manifest("better"));

      var trial = model.await("a trial", Playground.LONG, it -> it.candidateWeight() == 25);
      assertThat(trial.stable()).hasValue(old);
      assertThat(model.serviceLeadsTo()).isEqualTo(model.revision(old).suffix());

      var baking = model.await("Baking", Playground.LONG, it -> it.phase().equals("Baking"));
      var promoted = baking.stable().orElseThrow();
      assertThat(promoted).isNotEqualTo(old);
      assertThat(baking.previous()).hasValue(old);
      assertThat(baking.is("Ready", "True")).isTrue();
      assertThat(model.serviceLeadsTo()).isEqualTo(model.revision(promoted).suffix());

      var done = model.awaitUpToDate(Playground.LONG);
      assertThat(done.stable()).hasValue(promoted);
      assertThat(done.previous()).isEmpty();
      assertThat(done.stableReason()).hasValue("Promoted");
      var revision = model.revision(promoted);
      assertThat(revision.outcome()).isEqualTo("Promoted");
      assertThat(revision.role()).isEqualTo("Stable");
      assertThat(revision.slis()).allMatch(sli -> sli.verdict().equals("Pass"));
      assertThat(weights.weightsOf(model.name(), promoted)).containsExactly(0, 25, 50, 100);
      assertThat(done.object().at("/status/slis"))
          .allMatch(sli -> sli.path("message").asText().endsWith("proven better than the limit"));
      var replayed = ReplayedRollout.of(playground, promoted);
      assertThat(replayed.output()).contains("reproduced", "bit for bit");
      assertThat(replayed.status()).isZero();
    }
    assertThat(traffic.stop().failed()).isZero();
  }
}
