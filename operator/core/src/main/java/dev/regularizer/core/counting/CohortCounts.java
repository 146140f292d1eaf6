package dev.regularizer.core.counting;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labelled predictions by cohort.
 *
 * @param cohorts by name; each has at least one labelled prediction
 */
public record CohortCounts(SortedMap<String, Cohort> cohorts) {

  /** No labels. */
  public static final CohortCounts NONE = new CohortCounts(new TreeMap<>());

  /** Copies the map. */
  public CohortCounts {
    cohorts = Collections.unmodifiableSortedMap(new TreeMap<>(cohorts));
  }

  /**
   * One cohort.
   *
   * @param labeled labelled predictions
   * @param errors wrong ones among them
   */
  public record Cohort(long labeled, long errors) {

    /** No labels. */
    public static final Cohort NONE = new Cohort(0, 0);

    /** Checks the order. */
    public Cohort {
      if (errors < 0 || labeled < errors) {
        throw new IllegalArgumentException(
            "%s wrong of %s labelled predictions".formatted(errors, labeled));
      }
    }

    /** Sum of two counts. */
    public Cohort plus(Cohort other) {
      return new Cohort(labeled + other.labeled, errors + other.errors);
    }
  }

  /** All cohorts together. */
  public Cohort total() {
    return cohorts.values().stream().reduce(Cohort.NONE, Cohort::plus);
  }

  /** Sum of two counts, cohort by cohort. */
  public CohortCounts plus(CohortCounts other) {
    TreeMap<String, Cohort> sum = new TreeMap<>(cohorts);
    other.cohorts.forEach((name, cohort) -> sum.merge(name, cohort, Cohort::plus));
    return new CohortCounts(sum);
  }
}
