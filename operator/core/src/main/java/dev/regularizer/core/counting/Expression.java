package dev.regularizer.core.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * PromQL of a user about the pods of one revision. Its answer travels with the raw samples, as a
 * series whose name is the expression asked: no metric has such a name, and no result label can
 * make it look like something that was scraped.
 *
 * @param text what Prometheus is asked
 */
public record Expression(String text) {

  /** Stands for the label matchers of a revision's pods. */
  public static final String SELECTOR = "$(selector)";

  /** Stands for the length of a window, as a duration. */
  public static final String WINDOW = "$(window)";

  private static final String RESULT = "result";
  private static final String REFUSED = "refused";

  /** The expression for one revision. */
  public static Expression of(String template, ArmSelector arm, Duration window) {
    return new Expression(
        template.replace(SELECTOR, arm.matchers()).replace(WINDOW, window.toMillis() + "ms"));
  }

  /** What is kept of an answer: its numbers, one series per series of the result. */
  public List<RawSeries> answered(List<RawSeries> result) {
    List<RawSeries> kept = new ArrayList<>();
    for (RawSeries one : new SampleMatrix(result).series()) {
      long[] times = new long[one.size()];
      double[] values = new double[one.size()];
      for (int i = 0; i < times.length; i++) {
        times[i] = one.timeMillis(i);
        values[i] = one.isHistogram() ? Double.NaN : one.value(i);
      }
      kept.add(series(RESULT, Integer.toString(kept.size() + 1), times, values));
    }
    return kept;
  }

  /**
   * What is kept of a refusal: that there is no number at the ends of these windows, and why.
   *
   * @param why for people
   */
  public RawSeries refused(String why, List<Instant> ends) {
    long[] times = ends.stream().mapToLong(Instant::toEpochMilli).toArray();
    double[] values = new double[times.length];
    Arrays.fill(values, Double.NaN);
    return series(REFUSED, why, times, values);
  }

  /** The number in a window: the last one, where it was asked more often. */
  Reading<Double> read(SampleMatrix matrix, WindowEdges window) {
    double number = 0;
    int found = 0;
    for (RawSeries one : matrix.series()) {
      int at = one.name().equals(text) ? one.lastAtOrBefore(window.endMillis()) : -1;
      if (at >= 0 && window.contains(one.timeMillis(at))) {
        String why = one.labels().get(REFUSED);
        if (why != null) {
          return new Reading.Invalid<>(
              InvalidReason.ExpressionRefused, "%s: %s".formatted(text, why));
        }
        number = one.value(at);
        found++;
      }
    }
    if (found == 0) {
      return new Reading.NoData<>();
    }
    if (found > 1) {
      return new Reading.Invalid<>(
          InvalidReason.NotOneNumber,
          "%s gives %s numbers; allowed: one; aggregate them, for example with sum() or avg()"
              .formatted(text, found));
    }
    return Double.isFinite(number)
        ? new Reading.Counted<>(number)
        : new Reading.Invalid<>(
            InvalidReason.NotOneNumber,
            "%s gives %s; allowed: a finite number".formatted(text, number));
  }

  private RawSeries series(String label, String value, long[] times, double[] values) {
    return RawSeries.of(text, new TreeMap<>(Collections.singletonMap(label, value)), times, values);
  }
}
