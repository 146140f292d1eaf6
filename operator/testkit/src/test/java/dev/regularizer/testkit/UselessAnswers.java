package dev.regularizer.testkit;

import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.observe.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Answers that nothing may be learnt from, made of what Prometheus would have said: nothing, other
 * series, one arm only, values that no counter has, samples too far apart or too old.
 */
final class UselessAnswers implements UnaryOperator<Look.Answer> {
  private static final double[] NO_COUNTS = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e9, 1e300
  };

  private final SplittableRandom random;
  private final String stable;

  /**
   * Useless answers.
   *
   * @param stable name of the stable revision: an answer about the candidate alone has nothing to
   *     compare it with
   */
  UselessAnswers(SplittableRandom random, String stable) {
    this.random = random;
    this.stable = stable;
  }

  @Override
  public Look.Answer apply(Look.Answer real) {
    if (!(real instanceof Look.Samples samples)) {
      return real;
    }
    var reasons = InvalidReason.values();
    return switch (random.nextInt(9)) {
      case 0 -> new Look.Failed("HTTP status 503 with 12 bytes");
      case 1 -> new Look.Unusable(reasons[random.nextInt(reasons.length)], "of no use");
      case 2 -> with(samples, SampleMatrix.EMPTY.series());
      case 3 -> with(samples, renamed(samples));
      case 4 -> with(samples, kept(samples, one -> isOfStable(one)));
      case 5 -> with(samples, kept(samples, one -> !isOfStable(one)));
      case 6 -> with(samples, thinned(samples));
      case 7 -> with(samples, moved(samples));
      default -> with(samples, broken(samples));
    };
  }

  private boolean isOfStable(RawSeries series) {
    return series.labels().getOrDefault("pod", "").startsWith(stable + "-");
  }

  private static Look.Samples with(Look.Samples samples, List<RawSeries> series) {
    return new Look.Samples(new SampleMatrix(series), samples.readBack());
  }

  private static List<RawSeries> kept(Look.Samples samples, Predicate<RawSeries> which) {
    return samples.matrix().series().stream().filter(which).toList();
  }

  private static List<RawSeries> renamed(Look.Samples samples) {
    var all = new ArrayList<RawSeries>();
    for (var one : samples.matrix().series()) {
      all.add(RawSeries.of("up", new TreeMap<>(one.labels()), times(one, 0), values(one, v -> v)));
    }
    return all;
  }

  /** Only the first and the last sample of each series are left. */
  private static List<RawSeries> thinned(Look.Samples samples) {
    var all = new ArrayList<RawSeries>();
    for (var one : samples.matrix().series()) {
      var times = times(one, 0);
      var values = values(one, v -> v);
      int last = times.length - 1;
      if (last > 6) {
        all.add(
            RawSeries.of(
                one.name(),
                one.labels(),
                new long[] {times[0], times[last]},
                new double[] {values[0], values[last]}));
      }
    }
    return all;
  }

  /** The clock of Prometheus was an hour behind. */
  private static List<RawSeries> moved(Look.Samples samples) {
    return samples.matrix().series().stream()
        .map(one ->
            RawSeries.of(one.name(), one.labels(), times(one, -3_600_000), values(one, v -> v)))
        .toList();
  }

  private List<RawSeries> broken(Look.Samples samples) {
    var value = NO_COUNTS[random.nextInt(NO_COUNTS.length)];
    return samples.matrix().series().stream()
        .map(one ->
            RawSeries.of(one.name(), one.labels(), times(one, 0), values(one, v -> v + value)))
        .toList();
  }

  private static long[] times(RawSeries series, long shift) {
    var times = new long[series.size()];
    Arrays.setAll(times, i -> series.timeMillis(i) + shift);
    return times;
  }

  private static double[] values(RawSeries series, DoubleUnaryOperator change) {
    var values = new double[series.size()];
    Arrays.setAll(values, i -> change.applyAsDouble(series.value(i)));
    return values;
  }
}
