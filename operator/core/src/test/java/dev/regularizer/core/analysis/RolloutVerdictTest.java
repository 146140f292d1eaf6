package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.RejectionRate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All SLIs together. */
class RolloutVerdictTest {

  private static final DeclaredSli REJECTIONS =
      Slis.declared("rejections", new RejectionRate(), .01);
  private static final DeclaredSli ERRORS = Slis.declared("errors", new ErrorRate(), .01);
  private static final SliWindow GOOD = window(0, 300, 9, 2700);
  private static final SliWindow BAD = window(15, 300, 9, 2700);
  private static final SliWindow DUBIOUS = window(6, 300, 9, 2700);

  @Test
  void allGatesMet() {
    RolloutVerdict verdict = verdict(List.of(REJECTIONS, ERRORS), List.of(GOOD, GOOD), 4);
    assertThat(verdict.rollback()).isFalse();
    assertThat(verdict.gatesMet()).isTrue();
    assertThat(verdict.failing()).isEmpty();
    assertThat(verdict.evidence()).isNegative();
  }

  @Test
  void theSliThatFailsIsNamed() {
    RolloutVerdict verdict = verdict(List.of(REJECTIONS, ERRORS), List.of(GOOD, BAD), 4);
    assertThat(verdict.rollback()).isTrue();
    assertThat(verdict.failing()).contains("errors");
    assertThat(verdict.combined()).isFalse();
    assertThat(verdict.gatesMet()).isFalse();
  }

  @Test
  void combinedEvidenceNamesTheLargestContribution() {
    RolloutVerdict verdict = null;
    List<DeclaredSli> slis = List.of(ERRORS, REJECTIONS);
    for (int windows = 1; verdict == null || !verdict.rollback(); windows++) {
      verdict = verdict(slis, List.of(DUBIOUS, window(6, 301, 9, 2700)), windows);
    }
    assertThat(verdict.combined()).isTrue();
    assertThat(verdict.failing()).contains("errors");
  }

  @Test
  void advisoryNeitherStopsNorIsWaitedFor() {
    RolloutVerdict verdict =
        verdict(List.of(REJECTIONS, Slis.with(ERRORS, Gate.Advisory)), List.of(GOOD, BAD), 4);
    assertThat(verdict.rollback()).isFalse();
    assertThat(verdict.gatesMet()).isTrue();
    RolloutVerdict only = verdict(List.of(Slis.with(ERRORS, Gate.Advisory)), List.of(BAD), 10);
    assertThat(only.rollback()).isFalse();
    assertThat(only.logAll()).isZero();
  }

  @Test
  void noFailAsksForTheMinimumOnly() {
    DeclaredSli noFail = Slis.with(ERRORS, Gate.NoFail);
    assertThat(verdict(List.of(noFail), List.of(window(1, 199, 9, 2700)), 1).gatesMet()).isFalse();
    assertThat(verdict(List.of(noFail), List.of(window(3, 200, 9, 2700)), 1).gatesMet()).isTrue();
    assertThat(verdict(List.of(noFail), List.of(BAD), 4).rollback()).isTrue();
  }

  @Test
  void belowItsMinimumAnSliCannotRollBack() {
    RolloutVerdict verdict = verdict(List.of(REJECTIONS), List.of(window(4, 4, 0, 36)), 1);
    assertThat(verdict.logAll()).isLessThanOrEqualTo(0);
    assertThat(verdict.rollback()).isFalse();
  }

  @Test
  void aCommonCauseIsReported() {
    RolloutVerdict verdict =
        verdict(List.of(REJECTIONS, ERRORS), List.of(GOOD, window(9, 300, 81, 2700)), 8);
    assertThat(verdict.rollback()).isFalse();
    assertThat(verdict.commonCause()).isTrue();
  }

  private static RolloutVerdict verdict(
      List<DeclaredSli> declared, List<SliWindow> windows, int times) {
    List<SliPolicy> policies = SliDefaults.resolve(declared);
    List<SliResult> results = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      SliAnalysis analysis = new SliAnalysis(policies.get(i), Slis.RISK);
      results.add(analysis.result(fold(analysis, SliState.START, times, windows.get(i))));
    }
    return RolloutVerdict.of(policies, results, Slis.RISK);
  }
}
