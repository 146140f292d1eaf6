package dev.regularizer.core.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Burn rates and thresholds in words. */
class BudgetAndQuerySentencesTest {

  private static final SliAnalysis QUEUE =
      analysis(new SliKind.Query("avg(queue_depth{$(selector)})", 100, 3));
  private static final SliAnalysis BURN = analysis(new SliKind.ErrorBudgetBurn(.999));

  @Test
  void aThresholdSaysThatItPromisesNothing() {
    assertThat(sentence(QUEUE))
        .isEqualTo(
            "sli: no samples of the candidate, maximum 100, 3 windows in a row above it fail;"
                + " needs 3 more windows before any verdict");
    assertThat(sentence(QUEUE, value(7), value(8), value(9.25)))
        .isEqualTo(
            "sli: 9.25 in the last of 3 windows, maximum 100, 3 windows in a row above it fail;"
                + " no failure by this threshold, which is without statistical promise");
    assertThat(sentence(QUEUE, value(7), value(101)))
        .isEqualTo(
            "sli: 101 in the last of 2 windows, maximum 100, 3 windows in a row above it fail;"
                + " above the maximum in the last window, which promises nothing statistically");
    assertThat(sentence(QUEUE, value(101), value(101), value(120)))
        .isEqualTo(
            "sli: 120 in the last of 3 windows, maximum 100, 3 windows in a row above it fail;"
                + " failed by this threshold, without statistical promise");
  }

  @Test
  void aBurnRateIsNoShare() {
    assertThat(sentence(BURN, events(8, 1000), events(8, 1000)))
        .startsWith("sli: burn rate of the error budget of 0.1 % 8 (bounds ")
        .contains(" from 2,000 predictions, objective 1, limit 1.5; ");
  }

  private static String sentence(SliAnalysis analysis, WindowCounts... windows) {
    var state = SliState.START;
    for (var counts : windows) {
      state =
          analysis.fold(
              state,
              new SliWindow(
                  10,
                  Duration.ofHours(1),
                  true,
                  new Reading.Counted<>(counts),
                  new Reading.NoData<>()));
    }
    return Explanation.of(analysis.policy(), analysis.result(state), OptionalLong.empty());
  }

  private static WindowCounts value(double number) {
    return new WindowCounts.Value(number);
  }

  private static WindowCounts events(long bad, long all) {
    return new WindowCounts.Events(bad, bad, all);
  }

  private static SliAnalysis analysis(SliKind kind) {
    var declared =
        new DeclaredSli(
            "sli",
            kind,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new SliAnalysis(SliDefaults.resolve(List.of(declared)).getFirst(), new Risk(.05, .05));
  }
}
