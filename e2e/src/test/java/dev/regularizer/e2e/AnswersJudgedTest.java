package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.model.SliView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Models are judged by what they answer: wrong answers, cohorts, cost, events of a user's own, the
 * burn of an error budget and an expression, all from a real Prometheus.
 */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class AnswersJudgedTest {
  /** Of 100 answers 21 of the better model are wrong, 24 of the stable, 36 of the unregularized. */
  private static final String SLIS =
      """
      - name: wrong
        predictionError: {objective: "0.25", limit: "0.35", labelDelay: 3s, minimum: 100}
      - name: cohorts
        cohortError: {versusAll: {objective: "1.5", limit: "2.5"}, maxCohorts: 3, minimum: 100}
      - name: cost
        gate: Advisory
        costPerPrediction: {versusStable: {objective: "1.05"}}
      - name: limited
        eventRate:
          bad: {metric: model_guard_activations_total, matchLabels: {guard: InputLimit}}
          total: {metric: model_predictions_total}
          objective: "0.01"
          limit: "0.05"
      - name: burn
        errorBudgetBurn: {slo: "0.99", maxBurnRate: "1", limit: "4"}
      - name: failing
        query:
          expression: 'sum(rate(model_predictions_total{$(selector),outcome="error"}[$(window)]))'
          maximum: "1"
      """;

  @Test
  void theBetterModelPassesEveryKindOfSliAndTheUnregularizedOneIsRolledBackForItsAnswers(
      Playground playground) {
    var model = playground.model();
    model.apply(judged(playground.manifest("stable")));
    model.awaitUpToDate(Playground.LONG);
    var traffic = playground.sendRequests(List.of("web", "mobile", "partner"));
    model.apply(judged(playground.manifest("better")));
    var baking = model.await("Baking", Playground.LONG, it -> it.phase().equals("Baking"));
    var promoted = baking.stable().orElseThrow();

    // No window of the bake is over yet: these are the figures of the trial.
    var better = model.revision(promoted);
    assertThat(better.outcome()).isEqualTo("Promoted");
    assertThat(better.slis())
        .extracting(SliView::name)
        .containsExactly("wrong", "cohorts", "cost", "limited", "burn", "failing");
    var wrong = better.sli("wrong").orElseThrow();
    assertThat(wrong.verdict()).isEqualTo("Pass");
    assertThat(wrong.contains(0.213)).isTrue();
    assertThat(better.sli("limited").orElseThrow().verdict()).isEqualTo("Pass");
    assertThat(better.sli("burn").orElseThrow().verdict()).isEqualTo("Pass");
    assertThat(better.sli("cohorts").orElseThrow().samples()).isEqualTo(wrong.samples());
    // Requests are counted once, whoever counts them; labels come later and are counted by
    // themselves.
    assertThat(better.sli("limited").orElseThrow().samples())
        .isEqualTo(better.sli("burn").orElseThrow().samples())
        .isPositive();
    assertThat(better.sli("cost").orElseThrow().samples()).isPositive();
    assertThat(better.slis()).noneMatch(sli -> sli.verdict().equals("Fail"));
    model.awaitUpToDate(Playground.LONG);
    var replayed = ReplayedRollout.of(playground, promoted);
    assertThat(replayed.output()).contains("reproduced", "bit for bit");

    var bad =
        judged(playground.manifest("stable"))
            .with("/spec/revision/model/version", "1.5.0")
            .with("/spec/revision/pod/spec/containers/0/args", "[unregularized]");
    model.apply(bad);
    model.await("RolledBack", Playground.LONG, it -> it.phase().equals("RolledBack"));
    var failed = model.revisions().getLast();
    assertThat(failed.reason()).isEqualTo("SliFailed");
    assertThat(failed.decidingSli()).hasValue("wrong");
    assertThat(traffic.stop().failed()).isZero();
  }

  private static ModelManifest judged(ModelManifest manifest) {
    return manifest.with("/spec/slis", SLIS);
  }
}
