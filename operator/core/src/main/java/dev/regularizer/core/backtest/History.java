package dev.regularizer.core.backtest;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.analysis.WindowCounts.Value;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Windows of a stable revision, as they were.
 *
 * @param windows per window and SLI what stable counted; windows that could not be counted are left
 *     out
 * @param skipped how many were left out
 */
public record History(List<List<WindowCounts>> windows, int skipped) {
  public History {
    windows = List.copyOf(windows);
  }

  /** Names of the SLIs whose expression has no answer among the samples. */
  public List<String> unanswered(TrialPolicy policy) {
    return IntStream.range(0, policy.slis().size())
        .filter(i -> policy.slis().get(i).isQuery())
        .filter(i -> windows.stream().noneMatch(one -> one.get(i) instanceof Value))
        .mapToObj(i -> policy.slis().get(i).name())
        .toList();
  }

  /** Counts all windows the samples hold. */
  public static History of(
      SampleMatrix samples,
      String namespace,
      String stable,
      TrialPolicy policy,
      Duration scrapeInterval) {
    var context = new CountingContext(scrapeInterval, policy.window(), Map.of(), true);
    var arm = ArmSamples.of(samples, ArmSelector.pods(namespace, stable), context);
    long first = samples.firstMillis().orElse(0) + CountingContext.seed(scrapeInterval).toMillis();
    long last = samples.lastMillis().orElse(0);
    long window = policy.window().toMillis();
    var all = new ArrayList<List<WindowCounts>>();
    int skipped = 0;
    for (long start = first; start + window <= last; start += window) {
      var counted = window(arm, policy, new WindowEdges(start, start + window));
      if (counted.isEmpty()) {
        skipped++;
      } else {
        all.add(counted);
      }
    }
    return new History(all, skipped);
  }

  /** Empty when some SLI could not be counted, or nothing was stored. */
  private static List<WindowCounts> window(ArmSamples arm, TrialPolicy policy, WindowEdges edges) {
    if (!arm.observed(edges)) {
      return List.of();
    }
    var counts = new ArrayList<WindowCounts>();
    for (var sli : policy.slis()) {
      switch (SliReader.read(sli.kind(), arm, edges)) {
        case Reading.Counted<WindowCounts>(var counted) -> counts.add(counted);
        case Reading.NoData<WindowCounts> _ -> counts.add(nothing(sli));
        case Reading.ReadBack<WindowCounts> _ -> {
          return List.of();
        }
        case Reading.Invalid<WindowCounts> invalid when invalid.reason().ofExpression() ->
            counts.add(nothing(sli));
        case Reading.Invalid<WindowCounts> _ -> {
          return List.of();
        }
      }
    }
    return counts;
  }

  private static WindowCounts nothing(SliPolicy sli) {
    return switch (sli.kind()) {
      case SliKind.RejectionRate _,
          SliKind.ErrorRate _,
          SliKind.EventRate _,
          SliKind.Latency _,
          SliKind.PredictionError _,
          SliKind.ErrorBudgetBurn _,
          SliKind.Query _ ->
          Events.NONE;
      case SliKind.CalibrationError _ -> Bins.NONE;
      case SliKind.CohortError _ -> Cohorts.NONE;
      case SliKind.CostPerPrediction _ -> Costs.NONE;
    };
  }
}
