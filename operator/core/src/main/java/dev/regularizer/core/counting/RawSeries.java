package dev.regularizer.core.counting;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The raw samples of one series in ascending time: either floats or native histograms. */
public final class RawSeries {

  private final String name;
  private final SortedMap<String, String> labels;
  private final long[] times;
  private final double[] values;
  private final List<NativeHistogram> histograms;
  private final ScrapeLine line;
  private final String key;
  private final String target;
  private final double upperBound;

  private RawSeries(
      String name,
      SortedMap<String, String> labels,
      long[] times,
      double[] values,
      List<NativeHistogram> histograms) {
    this.name = name;
    this.labels = labels;
    this.times = times;
    this.values = values;
    this.histograms = histograms;
    this.line = ScrapeLine.NONE;
    this.key = name + labels;
    this.target = SeriesLabels.target(labels);
    this.upperBound = SeriesLabels.upperBound(labels);
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException(key() + ": samples are not in ascending time");
      }
    }
  }

  private RawSeries(RawSeries same, String name, String target, ScrapeLine line) {
    this.name = name;
    this.labels = same.labels;
    this.times = same.times;
    this.values = same.values;
    this.histograms = same.histograms;
    this.line = line;
    this.key = same.key;
    this.target = target;
    this.upperBound = same.upperBound;
  }

  /**
   * A series of floats.
   *
   * @param name metric name
   * @param labels all labels but the name
   * @param timesMillis epoch milliseconds, ascending
   * @param values one per time
   */
  public static RawSeries of(
      String name, SortedMap<String, String> labels, long[] timesMillis, double[] values) {
    requireSameSize(name, timesMillis.length, values.length);
    return new RawSeries(name, copy(labels), timesMillis.clone(), values.clone(), List.of());
  }

  /**
   * A series of native histograms.
   *
   * @param name metric name
   * @param labels all labels but the name
   * @param timesMillis epoch milliseconds, ascending
   * @param histograms one per time
   */
  public static RawSeries ofHistograms(
      String name,
      SortedMap<String, String> labels,
      long[] timesMillis,
      List<NativeHistogram> histograms) {
    requireSameSize(name, timesMillis.length, histograms.size());
    return new RawSeries(
        name, copy(labels), timesMillis.clone(), new double[0], List.copyOf(histograms));
  }

  /** Metric name. */
  public String name() {
    return name;
  }

  /** All labels but the name. */
  public SortedMap<String, String> labels() {
    return labels;
  }

  /** Number of samples. */
  public int size() {
    return times.length;
  }

  /** Time of a sample in epoch milliseconds. */
  public long timeMillis(int i) {
    return times[i];
  }

  /** Whether its samples are native histograms. */
  public boolean isHistogram() {
    return !histograms.isEmpty();
  }

  /** Value of a sample of a series of floats. */
  public double value(int i) {
    return values[i];
  }

  /** Value of a sample of a series of native histograms. */
  public NativeHistogram histogram(int i) {
    return histograms.get(i);
  }

  /** Index of the last sample at or before a time; -1 if there is none. */
  int lastAtOrBefore(long timeMillis) {
    int found = Arrays.binarySearch(times, timeMillis);
    return found >= 0 ? found : -found - 2;
  }

  /** The samples after one time and up to another. */
  public RawSeries between(long afterMillis, long untilMillis) {
    int from = lastAtOrBefore(afterMillis) + 1;
    int to = lastAtOrBefore(untilMillis) + 1;
    long[] kept = Arrays.copyOfRange(times, Math.min(from, to), to);
    return isHistogram()
        ? new RawSeries(
            name, labels, kept, new double[0], histograms.subList(Math.min(from, to), to))
        : new RawSeries(
            name, labels, kept, Arrays.copyOfRange(values, Math.min(from, to), to), List.of());
  }

  /** The same samples as part of a target. */
  RawSeries in(ScrapeLine scrapes) {
    return new RawSeries(this, name, target, scrapes);
  }

  /** The same series with the texts of others where they are equal: quicker told to be so. */
  RawSeries sharing(Map<String, String> texts) {
    return new RawSeries(
        this,
        texts.computeIfAbsent(name, same -> same),
        texts.computeIfAbsent(target, same -> same),
        line);
  }

  /**
   * Whether counting goes on from the last sample at or before a time; else the series was born
   * since.
   *
   * <p>A series its target has not exported for some scrapes has ended, and whoever exports it
   * again starts from zero.
   *
   * @param last index of that sample; -1 if there is none
   */
  boolean goesOnFrom(int last, long timeMillis) {
    return last >= 0 && !line.endedBefore(timeMillis, times[last]);
  }

  /** Whether the target was found restarted between a sample and the one before. */
  boolean restartedBefore(int i) {
    return line.restartedIn(times[i - 1], times[i]);
  }

  /**
   * The first sample from one on at which this counter of events is smaller than one sample before;
   * the number of samples if there is none. Sums of other numbers may fall by a rounding, so they
   * say nothing of a restart.
   *
   * @param from at least 1
   */
  int nextFall(int from) {
    for (int i = from; i < times.length; i++) {
      if (isHistogram()
          ? histograms.get(i).count() < histograms.get(i - 1).count()
          : values[i] < values[i - 1] && isWhole(values[i]) && isWhole(values[i - 1])) {
        return i;
      }
    }
    return times.length;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  /** Whether the last sample at or before a time is above zero. */
  boolean isPositiveAt(long timeMillis) {
    int last = lastAtOrBefore(timeMillis);
    return last >= 0 && (isHistogram() ? histograms.get(last).count() : values[last]) > 0;
  }

  /** Ascending times that are in `scrapes`, in this series, or in both. */
  long[] unionOfTimes(long[] scrapes) {
    return Arrays.equals(times, scrapes)
        ? scrapes
        : LongStream.concat(Arrays.stream(scrapes), Arrays.stream(times))
            .sorted()
            .distinct()
            .toArray();
  }

  /** Identity of the series as text; its order is the order of all sums. */
  String key() {
    return key;
  }

  /** Upper bound of a bucket of a classic histogram, however it is spelled; else NaN. */
  double upperBound() {
    return upperBound;
  }

  /** Labels of the target it was scraped from, as text. */
  String target() {
    return target;
  }

  /**
   * The samples of two answers about the same series; where both have a time, this one's counts.
   */
  RawSeries merged(RawSeries other) {
    return MergedSamples.of(this, other).in(line);
  }

  /** Whether the other series has the same labels but for this one. */
  boolean isRespelled(RawSeries other, String label) {
    return SeriesLabels.differOnlyIn(labels, other.labels, label);
  }

  private static SortedMap<String, String> copy(SortedMap<String, String> labels) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  private static void requireSameSize(String name, int times, int values) {
    if (times != values) {
      throw new IllegalArgumentException(name + ": " + times + " times, " + values + " values");
    }
  }
}
