package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.model.RevisionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The spec changes again before the rollout it asked for is over. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class ChangedMindTest {

  @Test
  void backToStableInMidTrialEndsTheTrialAtOnce(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var stable = model.view().stable();
    model.apply(playground.manifest("better"));
    model.await("traffic on the candidate", Playground.LONG, it -> it.candidateWeight() > 0);

    model.apply(playground.manifest("stable"));
    var seen = model.awaitUpToDate(Playground.LONG);

    assertThat(seen.stable()).isEqualTo(stable);
    assertThat(model.revisions())
        .extracting(RevisionView::outcome)
        .containsExactly("Installed", "Reverted");
    assertThat(traffic.stop().failed()).isZero();
  }

  @Test
  void aThirdRevisionInMidTrialSupersedesTheSecond(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    model.apply(playground.manifest("strict"));
    var second =
        model
            .await("traffic on the candidate", Playground.LONG, it -> it.candidateWeight() > 0)
            .candidate()
            .orElseThrow();

    model.apply(playground.manifest("better"));
    var seen = model.awaitUpToDate(Playground.LONG);

    assertThat(model.revision(second).outcome()).isEqualTo("Superseded");
    assertThat(model.revisions()).hasSize(3);
    assertThat(seen.stable()).hasValue(model.revisions().getLast().name());
    assertThat(traffic.stop().failed()).isZero();
  }

  @Test
  void aFormerStableReturnsWithoutATrial(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var first = model.view().stable();
    model.apply(playground.manifest("better"));
    model.awaitUpToDate(Playground.LONG);
    var second = model.view().stable();
    assertThat(second).isNotEqualTo(first);

    model.apply(playground.manifest("stable"));
    var seen = model.awaitUpToDate(Playground.LONG);

    assertThat(seen.stable()).isEqualTo(first);
    assertThat(seen.stableReason()).hasValue("Reverted");
    var returned = model.revision(first.orElseThrow());
    assertThat(returned.outcome()).isEqualTo("Reverted");
    assertThat(returned.slis()).allMatch(sli -> sli.samples() == 0);
    assertThat(model.revisions()).hasSize(2);
    assertThat(traffic.stop().failed()).isZero();
  }
}
