package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Counts the cost of predictions. A missing cost is not zero, or a revision that does not export
 * its cost would be the cheapest: one target without it is no data for all.
 */
final class CostReader {

  private CostReader() {}

  static Optional<CostCounts> read(List<Target> targets, WindowEdges window, CostSeries series) {
    List<RawSeries> costs = new ArrayList<>();
    List<RawSeries> predictions = new ArrayList<>();
    for (Target target : targets) {
      List<RawSeries> all = target.selected(series.predictions()).toList();
      List<RawSeries> paid = target.selected(series.cost()).toList();
      if (!all.isEmpty() && paid.isEmpty()) {
        return Optional.empty();
      }
      predictions.addAll(all);
      costs.addAll(paid);
    }
    if (predictions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CostCounts(
            costs.stream().mapToDouble(one -> CounterDelta.of(one, window)).sum(),
            unit(costs, series.cost().metric()),
            predictions.stream().mapToLong(one -> CounterDelta.integerOf(one, window)).sum()));
  }

  private static String unit(List<RawSeries> costs, String metric) {
    TreeSet<String> units = new TreeSet<>();
    costs.forEach(one -> units.add(one.labels().getOrDefault(TelemetryContract.UNIT, "")));
    if (units.size() > 1) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "%s has the units %s; allowed: one, the same for all pods".formatted(metric, units));
    }
    return units.first();
  }
}
