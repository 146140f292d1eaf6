package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wrong answers by cohort, and labels that somebody else than the pods counts. */
class CohortTranscriptsTest {

  private static final SimulatedLabels EVEN =
      SimulatedLabels.NONE.and("day", 0.5, 0.1).and("dusk", 0.3, 0.1).and("night", 0.2, 0.1);

  private static DeclaredSli fairness(LabelSource source) {
    var line =
        SliDefaults.versusAll(
            new DeclaredSli.Ratio(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    return new DeclaredSli(
        "fairness",
        new SliKind.CohortError(CohortSeries.CONTRACT.from(source), 20, line),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Scenario trying(
      String name, String row, Specs specs, SimulatedLabels stable, SimulatedLabels candidate) {
    var scenario = new Scenario(name, row);
    scenario
        .play()
        .apply(specs, SimulatedServer.GOOD.labelled(stable))
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("2.0.0"), SimulatedServer.GOOD.labelled(candidate))
        .until(Phase.PROGRESSING);
    return scenario;
  }

  private static SliResult fairness(Scenario scenario) {
    return scenario.attempt("2.0.0").orElseThrow().results().stream()
        .filter(one -> one.name().equals("fairness"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCandidateThatFailsOneCohortIsRolledBackAndTheCohortIsNamed() {
    var scenario =
        trying(
            "cohort-rolled-back",
            "a candidate that is as right as stable on the whole, but wrong at night",
            Specs.first().judging(fairness(LabelSource.Server)),
            EVEN,
            EVEN.and("day", 0.5, 0.06).and("night", 0.2, 0.2));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("fairness");
    assertThat(fairness(scenario).cohort()).contains("night");
    assertThat(fairness(scenario).gate()).isEqualTo(Gate.NoFail);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void labelsOfALabelerPromote() {
    var labels = EVEN.byLabeler();
    var scenario =
        trying(
            "labeler-promoted",
            "labels that a labeler counts, the pods none",
            Specs.first().labels(LabelSource.Labeler).judging(fairness(LabelSource.Labeler)),
            labels,
            labels);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    assertThat(fairness(scenario).samples()).isPositive();
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void aCandidateWithoutCohortsIsNotPromoted() {
    var scenario =
        trying(
            "cohort-unknown",
            "a candidate that does not say whose labels it counts",
            Specs.first().judging(fairness(LabelSource.Server)),
            EVEN,
            SimulatedLabels.NONE);
    scenario
        .play()
        .until("held at the deadline", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.golden();
  }
}
