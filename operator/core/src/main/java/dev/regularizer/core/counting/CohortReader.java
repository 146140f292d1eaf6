package dev.regularizer.core.counting;

import dev.regularizer.core.counting.CohortCounts.Cohort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts labelled predictions by cohort. A cohort without a counter of errors has none; where no
 * cohort has one there is no data, or a name that is misspelt would make every answer right.
 */
final class CohortReader {

  /** Longest name: it is shown in status. */
  private static final int LONGEST = 63;

  private CohortReader() {}

  static Optional<CohortCounts> read(
      List<Target> targets, WindowEdges window, CohortSeries series) {
    List<RawSeries> labeled = series(targets, series.labeled());
    List<RawSeries> wrong = series(targets, series.errors());
    if (labeled.isEmpty() || wrong.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> labels = sums(labeled, window, series.label());
    Map<String, Long> errors = sums(wrong, window, series.label());
    TreeMap<String, Cohort> cohorts = new TreeMap<>();
    labels.forEach((name, n) -> {
      long k = errors.getOrDefault(name, 0L);
      check(name, n, k);
      if (n > 0) {
        cohorts.put(name, new Cohort(n, k));
      }
    });
    errors.forEach((name, k) -> check(name, labels.getOrDefault(name, 0L), k));
    return Optional.of(new CohortCounts(cohorts));
  }

  private static List<RawSeries> series(List<Target> targets, SeriesSelector selector) {
    List<RawSeries> all = new ArrayList<>();
    for (Target target : targets) {
      all.addAll(target.all(selector));
    }
    return all;
  }

  private static Map<String, Long> sums(List<RawSeries> series, WindowEdges window, String label) {
    Map<String, Long> sums = new HashMap<>();
    for (RawSeries one : series) {
      sums.merge(cohort(one, label), CounterDelta.integerOf(one, window), Long::sum);
    }
    return new TreeMap<>(sums);
  }

  private static String cohort(RawSeries series, String label) {
    String name = series.labels().getOrDefault(label, "");
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "%s: label %s names the cohort \"%s\"; allowed are 1 to %s characters, never a user id"
              .formatted(series.key(), label, name, LONGEST));
    }
    return name;
  }

  private static void check(String cohort, long n, long k) {
    if (k > n) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "cohort %s: %s wrong of %s labelled predictions".formatted(cohort, k, n));
    }
  }
}
