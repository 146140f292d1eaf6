package dev.regularizer.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an expression of a user gives for a revision; nothing but one finite number counts. */
class ExpressionTest {

  private static final String QUEUE = "avg(queue_depth{$(selector)})";
  private static final Expression ASKED = Expression.of(QUEUE, Scrapes.ARM, Scrapes.WINDOW);

  @Test
  void theWordsStandForPodsAndWindow() {
    assertThat(
            Expression.of(
                    "sum(rate(a{$(selector)}[$(window)])) / sum(rate(b{$(selector),x=\"y\"}[5m]))",
                    Scrapes.ARM,
                    Duration.ofSeconds(90))
                .text())
        .isEqualTo(
            "sum(rate(a{namespace=\"vision\",pod=~\"ic-7d9f-[a-z0-9]+-[a-z0-9]+\"}[90000ms])) /"
                + " sum(rate(b{namespace=\"vision\",pod=~\"ic-7d9f-[a-z0-9]+-[a-z0-9]+\",x=\"y\"}[5m]))");
    assertThat(
            Expression.of(
                    "up{$(selector)}",
                    ArmSelector.labels(Map.of("model", "a\"b\\c", "app", "x")),
                    Scrapes.WINDOW)
                .text())
        .isEqualTo("up{app=\"x\",model=\"a\\\"b\\\\c\"}");
  }

  @Test
  void theNumberAtTheEndOfAWindowCounts() {
    ArmSamples arm = arm(ASKED.answered(List.of(result(Map.of(), 20, 7.5, 30, 9))));
    assertThat(arm.expression(window(10), QUEUE)).isEqualTo(new Reading.Counted<>(7.5));
    assertThat(arm.expression(window(20), QUEUE)).isEqualTo(new Reading.Counted<>(9.0));
    assertThat(arm.expression(window(30), QUEUE)).isEqualTo(new Reading.NoData<>());
    assertThat(arm.expression(window(10), "max(queue_depth{$(selector)})"))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void itIsAboutOneRevision() {
    SampleMatrix matrix =
        new SampleMatrix(ASKED.answered(List.of(result(Map.of(), 20, 7.5, 30, 9))));
    ArmSamples other =
        ArmSamples.of(
            matrix, ArmSelector.pods("vision", "ic-5c4b"), Scrapes.context(Map.of(), false));
    assertThat(other.expression(window(10), QUEUE)).isEqualTo(new Reading.NoData<>());
  }

  @Test
  void severalNumbersAreNone() {
    List<RawSeries> result =
        List.of(
            result(Map.of("pod", "a", "namespace", "vision"), 20, 1, 30, 2),
            result(Map.of("pod", "b", "namespace", "vision"), 20, 3));
    ArmSamples arm = arm(ASKED.answered(result));
    assertThat(arm.expression(window(10), QUEUE))
        .isEqualTo(
            new Reading.Invalid<>(
                InvalidReason.NotOneNumber,
                ASKED.text()
                    + " gives 2 numbers; allowed: one; aggregate them, for example with sum() or"
                    + " avg()"));
    assertThat(arm.expression(window(20), QUEUE)).isEqualTo(new Reading.Counted<>(2.0));
  }

  @Test
  void whatIsNoNumberIsInvalid() {
    for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      ArmSamples arm = arm(ASKED.answered(List.of(result(Map.of(), 20, broken))));
      assertThat(arm.expression(window(10), QUEUE))
          .isEqualTo(
              new Reading.Invalid<>(
                  InvalidReason.NotOneNumber,
                  ASKED.text() + " gives " + broken + "; allowed: a finite number"));
    }
  }

  @Test
  void aRefusalIsToldAndSpoilsItsWindowsOnly() {
    ArmSamples arm =
        arm(
            List.of(
                ASKED.refused(
                    "HTTP status 400 with 96 bytes", List.of(Instant.ofEpochSecond(20)))));
    assertThat(arm.expression(window(10), QUEUE))
        .isEqualTo(
            new Reading.Invalid<>(
                InvalidReason.ExpressionRefused, ASKED.text() + ": HTTP status 400 with 96 bytes"));
    assertThat(arm.expression(window(20), QUEUE)).isEqualTo(new Reading.NoData<>());
  }

  /** Its answer is in the same matrix as the samples, whatever labels the result had. */
  @Test
  void anAnswerIsNoSampleOfAPod() {
    Map<String, String> podLabels = Map.of("namespace", "vision", "pod", Scrapes.POD);
    ArmSamples arm = arm(ASKED.answered(List.of(result(podLabels, 20, 1, 30, 2))));
    assertThat(arm.observed(window(10))).isFalse();
    assertThat(arm.predictions(window(10))).isEqualTo(new Reading.NoData<>());
  }

  @Test
  void onlyExpressionsConcernOneSliAlone() {
    assertThat(InvalidReason.values())
        .filteredOn(InvalidReason::ofExpression)
        .containsExactly(InvalidReason.NotOneNumber, InvalidReason.ExpressionRefused);
  }

  private static WindowEdges window(long start) {
    return Scrapes.window(start, start + 10);
  }

  private static ArmSamples arm(List<RawSeries> series) {
    return ArmSamples.of(
        SampleMatrix.EMPTY.plus(series), Scrapes.ARM, Scrapes.context(Map.of(), false));
  }

  /** Pairs of a second and a value. */
  private static RawSeries result(Map<String, String> labels, double... pairs) {
    long[] times = new long[pairs.length / 2];
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = (long) (1000 * pairs[2 * i]);
      values[i] = pairs[2 * i + 1];
    }
    return RawSeries.of("", new TreeMap<>(labels), times, values);
  }
}
