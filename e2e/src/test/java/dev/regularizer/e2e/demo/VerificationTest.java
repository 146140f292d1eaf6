package dev.regularizer.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.demo.RolloutReport.Figures;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Scenario GOOD = Scenario.ALL.getFirst();
  private static final Scenario OUTAGE = Scenario.ALL.getLast();
  private static final Figures CALIBRATION = figures("calibration", 0.001, 0.05);
  private static final Figures REJECTIONS = figures("rejections", 0, 0.01);

  @Test
  void acceptsARolloutThatEndedAsItHasTo() {
    assertThat(Verification.problems(GOOD, report("Promoted", CALIBRATION, 0.0085, 0, false)))
        .isEmpty();
  }

  @Test
  void namesAnotherOutcome() {
    assertThat(Verification.problems(GOOD, report("RolledBack", CALIBRATION, 0.0085, 0, false)))
        .containsExactly("better: ended RolledBack, expected Promoted");
  }

  @Test
  void namesATruthOutsideTheBounds() {
    assertThat(Verification.problems(GOOD, report("Promoted", CALIBRATION, 0.06, 0, false)))
        .singleElement()
        .asString()
        .contains("offline calibration error of 0.0600", "[0.001, 0.05]", "calibration");
  }

  @Test
  void doesNotTakeMissingBoundsForGoodOnes() {
    var none =
        new Figures(
            "calibration",
            "NoData",
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    assertThat(Verification.problems(GOOD, report("Promoted", none, 0.0085, 0, false))).hasSize(1);
  }

  @Test
  void countsFailedRequests() {
    assertThat(Verification.problems(GOOD, report("Promoted", CALIBRATION, 0.0085, 3, false)))
        .containsExactly("better: 3 failed requests, expected 0: {status 503=3}");
  }

  @Test
  void wantsTheOutageToBeHeld() {
    assertThat(Verification.problems(OUTAGE, report("Promoted", CALIBRATION, 0.0085, 0, false)))
        .singleElement()
        .asString()
        .startsWith("outage: it was never seen holding");
    assertThat(Verification.problems(OUTAGE, report("Promoted", CALIBRATION, 0.0085, 0, true)))
        .isEmpty();
  }

  private static Figures figures(String name, double lower, double upper) {
    return new Figures(
        name,
        "Pass",
        1000,
        OptionalDouble.of((lower + upper) / 2),
        OptionalDouble.of(lower),
        OptionalDouble.of(upper));
  }

  private static RolloutReport report(
      String outcome, Figures calibration, double offlineEce, long failed, boolean held) {
    return new RolloutReport(
        "better",
        "better",
        "better-abc",
        outcome,
        outcome,
        "",
        Optional.empty(),
        calibration,
        calibration,
        REJECTIONS,
        1000,
        0.002,
        offlineEce,
        5000,
        failed,
        failed == 0 ? Map.of() : Map.of("status 503", failed),
        held,
        90);
  }
}
