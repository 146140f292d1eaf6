package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.CalibrationEstimate;
import java.util.List;
import java.util.function.Function;

/** What a query asks of the windows in its range; NaN without samples. */
public enum Measure {
  /** Share of bad requests, or the plug-in calibration error of labelled predictions. */
  OWN {
    @Override
    double value(List<SliWindow> range) {
      return estimate(range, SliWindow::candidate);
    }
  },
  /** The same of stable. */
  STABLE {
    @Override
    double value(List<SliWindow> range) {
      return estimate(range, SliWindow::stable);
    }
  },
  /** The candidate's share less 1.1 times stable's, written so that no division by zero occurs. */
  WORSE_THAN_STABLE {
    @Override
    double value(List<SliWindow> range) {
      return OWN.value(range) - TOLERATED * STABLE.value(range);
    }
  };

  private static final double TOLERATED = 1.1;

  abstract double value(List<SliWindow> range);

  private static double estimate(
      List<SliWindow> range, Function<SliWindow, Reading<WindowCounts>> arm) {
    long bad = 0;
    long trials = 0;
    CalibrationCounts bins = CalibrationCounts.NONE;
    for (SliWindow window : range) {
      if (arm.apply(window) instanceof Reading.Counted<WindowCounts>(WindowCounts counts)) {
        trials += counts.trials();
        switch (counts) {
          case Events events -> bad += events.surely();
          case Bins labelled -> bins = bins.plus(labelled.counts());
          default -> throw new IllegalArgumentException("no peer's query reads " + counts);
        }
      }
    }
    if (trials == 0) {
      return Double.NaN;
    }
    return bins.total() > 0
        ? CalibrationEstimate.plugIn(bins.mergedPairs())
        : (double) bad / trials;
  }
}
