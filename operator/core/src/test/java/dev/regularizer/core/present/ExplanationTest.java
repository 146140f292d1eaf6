package dev.regularizer.core.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReason;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

  private static SliPolicy calibration(Gate gate, StableFailure whenStableFailsToo) {
    return policy(
        new DeclaredSli(
            "calibration",
            new SliKind.CalibrationError(),
            Optional.of(gate),
            Optional.of(.05),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(30)),
            Optional.of(whenStableFailsToo)));
  }

  private static SliPolicy errors() {
    return policy(
        new DeclaredSli(
            "errors",
            new SliKind.ErrorRate(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new DeclaredSli.Ratio(
                    Optional.of(1.1), Optional.of(1.5), Optional.empty(), Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static SliPolicy policy(DeclaredSli declared) {
    return SliDefaults.resolve(List.of(declared)).getFirst();
  }

  private static SliResult result(
      Verdict verdict, SliReason reason, long samples, OptionalLong projected) {
    return new SliResult(
        "calibration",
        Gate.Pass,
        verdict,
        reason,
        OptionalDouble.of(.0412),
        OptionalDouble.of(.0123),
        OptionalDouble.of(.0714),
        samples,
        9,
        0,
        0,
        0,
        0,
        samples >= 300,
        samples >= 300,
        verdict == Verdict.Pass,
        reason == SliReason.CommonCause,
        projected,
        projected,
        OptionalLong.empty(),
        Optional.empty());
  }

  private static SliResult undecided(SliReason reason, long samples, OptionalLong projected) {
    return result(Verdict.Undecided, reason, samples, projected);
  }

  @Test
  void whatIsMissingIsToldWithItsTime() {
    var policy = calibration(Gate.Pass, StableFailure.Hold);
    var result = undecided(SliReason.CollectingEvidence, 1180, OptionalLong.of(873));
    assertThat(Explanation.missing(policy, result)).hasValue(873);
    assertThat(Explanation.of(policy, result, OptionalLong.of(1500)))
        .isEqualTo(
            "calibration: calibration error 0.0412 (bounds 0.0123 to 0.0714) from 1,180 labelled"
                + " predictions, objective 0.05, limit 0.07; needs about 870 more labelled"
                + " predictions for a Pass, ~25 min at this traffic");
    assertThat(Explanation.of(policy, result, OptionalLong.empty()))
        .endsWith("needs about 870 more labelled predictions for a Pass");
    assertThat(Explanation.atEnd(policy, result))
        .endsWith("; not proven: about 870 more labelled predictions would have been needed");
  }

  @Test
  void theMinimumComesFirst() {
    var policy = calibration(Gate.Pass, StableFailure.Hold);
    var result = undecided(SliReason.BelowMinimum, 120, OptionalLong.of(873));
    assertThat(Explanation.missing(policy, result)).hasValue(180);
    assertThat(Explanation.of(policy, result, OptionalLong.of(40)))
        .endsWith(
            "; needs 180 more labelled predictions before any verdict, ~40 s at this traffic");
    assertThat(Explanation.atEnd(policy, result)).endsWith("; its minimum of 300 was not reached");
  }

  @Test
  void whatWasNeverMeasuredHasNoFigures() {
    var policy = calibration(Gate.Pass, StableFailure.Hold);
    var nothing = undecided(SliReason.BelowMinimum, 0, OptionalLong.empty());
    assertThat(Explanation.atEnd(policy, nothing)).isEqualTo("calibration: was not measured");
    assertThat(Explanation.of(policy, nothing, OptionalLong.empty()))
        .startsWith("calibration: no samples of the candidate, objective 0.05, limit 0.07; needs");
  }

  @Test
  void aGateThatAsksForNoProofMissesNothing() {
    var result = undecided(SliReason.CollectingEvidence, 1180, OptionalLong.of(873));
    var policy = calibration(Gate.NoFail, StableFailure.Hold);
    assertThat(Explanation.missing(policy, result)).isEmpty();
    assertThat(Explanation.of(policy, result, OptionalLong.empty()))
        .endsWith("; no harm proven so far");
  }

  @Test
  void whoIsTheCauseIsToldWhereItIsLookedFor() {
    var failed = result(Verdict.Fail, SliReason.ObjectiveMissed, 1180, OptionalLong.empty());
    assertThat(Explanation.atEnd(calibration(Gate.Pass, StableFailure.Hold), failed))
        .endsWith("worse than stable: the candidate is the cause");
    assertThat(Explanation.atEnd(calibration(Gate.Pass, StableFailure.Rollback), failed))
        .endsWith("; proven worse than the objective");
    var shared = undecided(SliReason.CommonCause, 1180, OptionalLong.empty());
    assertThat(
            Explanation.of(
                calibration(Gate.Pass, StableFailure.Hold), shared, OptionalLong.empty()))
        .endsWith("stable misses it too: a common cause, not held against the candidate");
  }

  @Test
  void aRatioIsToldAsOne() {
    assertThat(
            Explanation.atEnd(
                errors(), result(Verdict.Fail, SliReason.WorseThanStable, 900, OptionalLong.of(0))))
        .isEqualTo(
            "errors: 0.0412 times stable's error rate (bounds 0.0123 to 0.0714) from 900"
                + " predictions, objective 1.1 times, limit 1.5 times; proven worse than stable by"
                + " more than allowed");
  }

  @ParameterizedTest
  @EnumSource(SliReason.class)
  void everyReasonHasASentenceNowAndAtTheEnd(SliReason reason) {
    var policy = calibration(Gate.Pass, StableFailure.Hold);
    var result = undecided(reason, 200, OptionalLong.of(873));
    var now = Explanation.of(policy, result, OptionalLong.empty());
    var end = Explanation.atEnd(policy, result);
    assertThat(List.of(now, end))
        .allMatch(one -> one.startsWith(Explanation.figures(policy, result) + "; "))
        .noneMatch(one -> one.endsWith("not decided"))
        .allMatch(one -> one.length() < 400);
  }
}
