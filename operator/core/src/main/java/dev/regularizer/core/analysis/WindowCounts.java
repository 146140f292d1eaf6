package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.statistics.CalibrationCounts;

/** What one revision counted for one SLI in one window. */
public sealed interface WindowCounts {

  /** Samples in the window. */
  long trials();

  /**
   * Bad events. Where a histogram cannot tell exactly, their number is between the two.
   *
   * @param surely at least so many; harm is judged by these
   * @param possibly at most so many; harmlessness is judged by these
   * @param trials all events
   */
  record Events(long surely, long possibly, long trials) implements WindowCounts {

    /** No events. */
    public static final Events NONE = new Events(0, 0, 0);

    /** Checks the order. */
    public Events {
      if (surely < 0 || possibly < surely || trials < possibly) {
        throw new IllegalArgumentException(
            "%s surely, %s possibly bad of %s events".formatted(surely, possibly, trials));
      }
    }

    /** Sum of two counts. */
    public Events plus(Events other) {
      return new Events(surely + other.surely, possibly + other.possibly, trials + other.trials);
    }
  }

  /**
   * Labelled predictions by confidence bin.
   *
   * @param counts the bins as exported
   */
  record Bins(CalibrationCounts counts) implements WindowCounts {

    /** No labels. */
    public static final Bins NONE = new Bins(CalibrationCounts.NONE);

    @Override
    public long trials() {
      return counts.total();
    }
  }

  /**
   * Labelled predictions by cohort.
   *
   * @param counts cohorts with labels
   */
  record Cohorts(CohortCounts counts) implements WindowCounts {

    /** No labels. */
    public static final Cohorts NONE = new Cohorts(CohortCounts.NONE);

    @Override
    public long trials() {
      return counts.total().labeled();
    }
  }

  /**
   * Cost of predictions.
   *
   * @param cost sum of the costs, at least 0
   * @param unit what it is counted in
   * @param trials predictions
   */
  record Costs(double cost, String unit, long trials) implements WindowCounts {

    /** No predictions. */
    public static final Costs NONE = new Costs(0, "", 0);

    /** Checks the ranges. */
    public Costs {
      if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY) || trials < 0) {
        throw new IllegalArgumentException("cost %s of %s predictions".formatted(cost, trials));
      }
    }

    /** Whether this can be compared with the cost of the other revision. */
    boolean comparesWith(Costs other) {
      return trials == 0 || other.trials == 0 || unit.equals(other.unit);
    }
  }

  /**
   * What an expression gave at the end of the window: one sample.
   *
   * @param number finite
   */
  record Value(double number) implements WindowCounts {

    /** Checks the range. */
    public Value {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("value " + number + " of an expression");
      }
    }

    @Override
    public long trials() {
      return 1;
    }
  }
}
