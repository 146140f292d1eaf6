package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What is served decides, not what is declared; and only gates that are asked for stop anything.
 */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class NegativeControlsTest {

  @Test
  void overconfidentWeightsBehindAFineDeclarationAreRolledBack(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var stable = model.view().stable();

    // The same declared temperature as stable, but weights 3.6 times as large.
    model.apply(
        playground
            .manifest("stable")
            .with("/spec/revision/model/version", "1.4.0")
            .with("/spec/revision/pod/spec/containers/0/args", "[mislabelled]"));
    var seen = model.await("RolledBack", Playground.LONG, it -> it.phase().equals("RolledBack"));

    var candidate = model.revisions().getLast();
    assertThat(candidate.outcome()).isEqualTo("RolledBack");
    assertThat(candidate.decidingSli()).hasValue("calibration");
    assertThat(seen.stable()).isEqualTo(stable);
    assertThat(traffic.stop().failed()).isZero();
  }

  @Test
  void aGoodModelBehindABadLookingDeclarationIsPromoted(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();

    // Hardly any L2, a large norm and a huge gap are declared; the better model is served.
    model.apply(
        playground
            .manifest("better")
            .with("/spec/revision/model/version", "1.5.0")
            .with("/spec/revision/regularizers/0/strength", "\"0.0000001\"")
            .with(
                "/spec/revision/training",
                "{trainLoss: \"0.01\", validationLoss: \"9.5\", weightNorm: \"4000\"}"));
    var seen = model.awaitUpToDate(Playground.LONG);

    var candidate = model.revisions().getLast();
    assertThat(candidate.outcome()).isEqualTo("Promoted");
    assertThat(seen.stable()).hasValue(candidate.name());
    assertThat(traffic.stop().failed()).isZero();
  }

  @Test
  void advisoryGatesStopNothing(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();

    var candidate = playground.manifest("overconfident");
    for (int sli = 0; sli < candidate.at("/spec/slis").size(); sli++) {
      candidate = candidate.with("/spec/slis/" + sli + "/gate", "Advisory");
    }
    model.apply(candidate);
    var seen = model.awaitUpToDate(Playground.LONG);

    var promoted = model.revisions().getLast();
    assertThat(promoted.outcome()).isEqualTo("Promoted");
    assertThat(seen.stable()).hasValue(promoted.name());
    assertThat(promoted.sli("calibration").orElseThrow().verdict()).isEqualTo("Fail");
    assertThat(traffic.stop().failed()).isZero();
  }
}
