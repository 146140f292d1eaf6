package dev.regularizer.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** 100 s at 10 % and the rest at 50 %, at 20 samples per second: 200 + 10 per second. */
class PolicyLintTest {

  private static final double PER_SECOND = 20;

  @Test
  void enoughIsNoFinding() {
    assertThat(findings(Gate.Pass, Optional.empty(), Duration.ZERO, OptionalLong.of(1200)))
        .isEmpty();
  }

  @Test
  void tooFewSamplesAreToldWithNumbers() {
    var found = findings(Gate.Pass, Optional.empty(), Duration.ZERO, OptionalLong.of(1201));
    assertThat(found)
        .containsExactly(
            new Finding(
                "calibration", "labels", OptionalLong.of(1201), 1200, Duration.ofSeconds(200)));
    assertThat(found.getFirst().message())
        .contains("needs about 1201 labels")
        .contains("about 1200 are expected until the deadline of 3m20s");
  }

  @Test
  void everySliHasItsNumbersWhetherWithinReachOrNot() {
    var traffic = new StableTraffic(80, List.of(new SliTraffic(PER_SECOND, OptionalLong.of(1200))));
    var all =
        PolicyLint.requirements(
            policy(Gate.Pass, Optional.empty(), Duration.ZERO), plan(), traffic);
    assertThat(all)
        .containsExactly(
            new Requirement(
                "calibration",
                Gate.Pass,
                "labels",
                OptionalLong.of(1200),
                1200,
                Duration.ofSeconds(200),
                true));
    assertThat(all.getFirst().finding().message()).contains("needs about 1200 labels");
  }

  @Test
  void labelsComeLate() {
    var found =
        findings(Gate.Pass, Optional.empty(), Duration.ofSeconds(50), OptionalLong.of(1200));
    assertThat(found.getFirst().expected()).isEqualTo(700);
    assertThat(
            findings(Gate.Pass, Optional.empty(), Duration.ofSeconds(500), OptionalLong.of(1200))
                .getFirst()
                .expected())
        .isZero();
  }

  @Test
  void aWeightThatIsHeldBackBringsLess() {
    var found = findings(Gate.Pass, Optional.of(10), Duration.ZERO, OptionalLong.of(1200));
    assertThat(found.getFirst().expected()).isEqualTo(400);
    assertThat(findings(Gate.Pass, Optional.of(50), Duration.ZERO, OptionalLong.of(1200)))
        .isEmpty();
  }

  @Test
  void theMinimumIsNeededInAnyCase() {
    var found =
        findings(Gate.NoFail, Optional.empty(), Duration.ofSeconds(185), OptionalLong.of(9));
    assertThat(found.getFirst().needed()).hasValue(300);
    assertThat(findings(Gate.Pass, Optional.empty(), Duration.ofSeconds(185), OptionalLong.of(9)))
        .isEqualTo(found);
    assertThat(
            findings(
                Gate.Advisory, Optional.empty(), Duration.ofSeconds(185), OptionalLong.empty()))
        .isEmpty();
  }

  @Test
  void whatStableDoesNotKeepNothingLikeItPasses() {
    var found = findings(Gate.Pass, Optional.empty(), Duration.ZERO, OptionalLong.empty());
    assertThat(found.getFirst().needed()).isEmpty();
    assertThat(found.getFirst().message()).contains("stable itself");
    assertThat(findings(Gate.NoFail, Optional.empty(), Duration.ZERO, OptionalLong.empty()))
        .isEmpty();
  }

  @Test
  void tooLittleHistorySaysNothing() {
    var policy = policy(Gate.Pass, Optional.empty(), Duration.ZERO);
    var traffic = List.of(new SliTraffic(0, OptionalLong.empty()));
    assertThat(PolicyLint.findings(policy, plan(), new StableTraffic(9, traffic))).isEmpty();
    assertThat(PolicyLint.findings(policy, plan(), new StableTraffic(10, traffic))).hasSize(1);
    assertThat(PolicyLint.findings(policy, plan(), StableTraffic.unknown())).isEmpty();
  }

  @Test
  void samplesAreCalledWhatTheyAre() {
    var events = EventSeries.ERRORS;
    assertThat(unit(new SliKind.RejectionRate())).isEqualTo("requests");
    assertThat(unit(new SliKind.Latency(.95, .25))).isEqualTo("requests");
    assertThat(unit(new SliKind.EventRate(events))).isEqualTo("events");
    assertThat(unit(new SliKind.PredictionError())).isEqualTo("labels");
    assertThat(unit(new SliKind.CalibrationError())).isEqualTo("labels");
  }

  private static String unit(SliKind kind) {
    var traffic = new StableTraffic(80, List.of(new SliTraffic(0, OptionalLong.of(1))));
    var policy = policy(kind, Gate.Pass, Optional.empty(), Duration.ZERO);
    return PolicyLint.findings(policy, plan(), traffic).getFirst().unit();
  }

  private static List<Finding> findings(
      Gate gate, Optional<Integer> holdAbove, Duration labelDelay, OptionalLong needed) {
    return PolicyLint.findings(
        policy(gate, holdAbove, labelDelay),
        plan(),
        new StableTraffic(80, List.of(new SliTraffic(PER_SECOND, needed))));
  }

  private static RolloutSpec plan() {
    return new RolloutSpec(
        List.of(new Step(10, Duration.ofSeconds(100)), new Step(50, Duration.ofSeconds(50))),
        Duration.ofSeconds(200),
        Duration.ZERO,
        Duration.ZERO,
        OnInconclusive.HOLD,
        3,
        3,
        Optional.empty());
  }

  private static TrialPolicy policy(Gate gate, Optional<Integer> holdAbove, Duration labelDelay) {
    return policy(new SliKind.CalibrationError(), gate, holdAbove, labelDelay);
  }

  private static TrialPolicy policy(
      SliKind kind, Gate gate, Optional<Integer> holdAbove, Duration labelDelay) {
    return new TrialPolicy(
        SliDefaults.resolve(
            List.of(
                new DeclaredSli(
                        "calibration",
                        kind,
                        Optional.of(gate),
                        Optional.of(.05),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(labelDelay),
                        Optional.empty())
                    .holdingAbove(holdAbove))),
        .05,
        .05,
        Duration.ofSeconds(10),
        Duration.ZERO,
        "default");
  }
}
