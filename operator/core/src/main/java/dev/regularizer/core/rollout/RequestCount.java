package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.PredictionCounts;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.spec.TrialPolicy;
import java.util.Optional;

/**
 * How many requests a revision got. The counter of the telemetry contract tells, unless every SLI
 * that needs it names another one: then the first of those that are named.
 */
final class RequestCount {

  private final Optional<SliKind> named;

  RequestCount(TrialPolicy policy) {
    var kinds = policy.slis().stream().map(SliPolicy::kind).toList();
    named =
        kinds.stream().anyMatch(RequestCount::keepsTheContract)
            ? Optional.empty()
            : kinds.stream().filter(RequestCount::countsRequests).findFirst();
  }

  /** Requests in a window, 0 if they cannot be counted. */
  long of(ArmSamples samples, WindowEdges window) {
    return named
        .map(kind -> trials(SliReader.read(kind, samples, window)))
        .orElseGet(() -> total(samples, window));
  }

  private static long trials(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(var counts) ? counts.trials() : 0;
  }

  private static long total(ArmSamples samples, WindowEdges window) {
    return samples.predictions(window) instanceof Reading.Counted<?>(PredictionCounts counts)
        ? counts.total()
        : 0;
  }

  private static boolean keepsTheContract(SliKind kind) {
    return switch (kind) {
      case SliKind.RejectionRate(var series) -> series.total().equals(EventSeries.PREDICTIONS);
      case SliKind.ErrorRate(var series) -> series.total().equals(EventSeries.PREDICTIONS);
      case SliKind.CostPerPrediction _ -> true;
      case SliKind.Latency _, SliKind.CalibrationError _ -> false;
    };
  }

  private static boolean countsRequests(SliKind kind) {
    return switch (kind) {
      case SliKind.RejectionRate _, SliKind.ErrorRate _ -> true;
      case SliKind.Latency latency -> !latency.histogram().equals(SliKind.Latency.CONTRACT);
      case SliKind.CalibrationError _, SliKind.CostPerPrediction _ -> false;
    };
  }
}
