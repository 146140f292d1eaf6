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
 * How many requests the two revisions got. The counter of the telemetry contract tells, unless
 * every SLI that needs it names another one: then the first of those that are named. Where neither
 * revision has any of these, events of the user's own choice stand for requests.
 */
final class RequestCount {

  private final Optional<SliKind> named;
  private final Optional<SliKind> events;

  /** Requests of both in a window, 0 where they cannot be counted. */
  record Requests(long candidate, long stable) {
    boolean both() {
      return candidate > 0 && stable > 0;
    }

    private boolean none() {
      return candidate == 0 && stable == 0;
    }
  }

  RequestCount(TrialPolicy policy) {
    var kinds = policy.slis().stream().map(SliPolicy::kind).toList();
    named =
        kinds.stream().anyMatch(RequestCount::keepsTheContract)
            ? Optional.empty()
            : kinds.stream().filter(RequestCount::countsRequests).findFirst();
    events = kinds.stream().filter(SliKind.EventRate.class::isInstance).findFirst();
  }

  /** What both got, by the same counter. */
  Requests of(ArmSamples candidate, ArmSamples stable, WindowEdges window) {
    var requests =
        named
            .map(kind -> trials(kind, candidate, stable, window))
            .orElseGet(() -> new Requests(total(candidate, window), total(stable, window)));
    return requests.none()
        ? events.map(kind -> trials(kind, candidate, stable, window)).orElse(requests)
        : requests;
  }

  private static Requests trials(
      SliKind kind, ArmSamples candidate, ArmSamples stable, WindowEdges window) {
    return new Requests(
        trials(SliReader.read(kind, candidate, window)),
        trials(SliReader.read(kind, stable, window)));
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
      case SliKind.CostPerPrediction(var series) ->
          series.predictions().equals(EventSeries.PREDICTIONS);
      case SliKind.ErrorBudgetBurn burn -> burn.series().total().equals(EventSeries.PREDICTIONS);
      case SliKind.EventRate _,
          SliKind.Latency _,
          SliKind.CalibrationError _,
          SliKind.PredictionError _,
          SliKind.CohortError _,
          SliKind.Query _ ->
          false;
    };
  }

  private static boolean countsRequests(SliKind kind) {
    return switch (kind) {
      case SliKind.RejectionRate _,
          SliKind.ErrorRate _,
          SliKind.ErrorBudgetBurn _,
          SliKind.CostPerPrediction _ ->
          true;
      case SliKind.Latency latency -> !latency.histogram().equals(SliKind.Latency.CONTRACT);
      case SliKind.EventRate _,
          SliKind.CalibrationError _,
          SliKind.PredictionError _,
          SliKind.CohortError _,
          SliKind.Query _ ->
          false;
    };
  }
}
