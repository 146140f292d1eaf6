package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.Latency;
import dev.regularizer.core.analysis.SliKind.RejectionRate;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;

/** Reads what an SLI needs from the samples of one revision. */
public final class SliReader {

  private SliReader() {}

  /** Counts of one SLI in one window. */
  public static Reading<WindowCounts> read(SliKind kind, ArmSamples samples, WindowEdges window) {
    return switch (kind) {
      case RejectionRate _ -> samples.predictions(window).map(c -> exact(c.rejected(), c.total()));
      case ErrorRate _ -> samples.predictions(window).map(c -> exact(c.error(), c.total()));
      case Latency latency ->
          samples
              .latency(window, latency.thresholdSeconds())
              .map(c -> new WindowCounts.Events(c.surelySlower(), c.possiblySlower(), c.total()));
      case CalibrationError _ -> samples.calibration(window).map(WindowCounts.Bins::new);
    };
  }

  private static WindowCounts exact(long bad, long trials) {
    return new WindowCounts.Events(bad, bad, trials);
  }
}
