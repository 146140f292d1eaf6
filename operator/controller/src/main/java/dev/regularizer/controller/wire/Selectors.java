package dev.regularizer.controller.wire;

import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.crds.sli.MetricSelector;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Series as users name them. Names become a part of a query, so their form is checked here as well
 * as by the CRD.
 */
final class Selectors {
  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  private Selectors() {}

  static SeriesSelector or(@Nullable MetricSelector named, SeriesSelector otherwise) {
    return named == null ? otherwise : read(named);
  }

  static List<SeriesSelector> or(@Nullable MetricSelector named, List<SeriesSelector> otherwise) {
    return named == null ? otherwise : List.of(read(named));
  }

  /**
   * The series it selects.
   *
   * @throws IllegalArgumentException if there is none, or for a name that no metric can have
   */
  static SeriesSelector read(@Nullable MetricSelector named) {
    var metric = named == null ? null : named.metric();
    if (named == null || metric == null || !METRIC.matcher(metric).matches()) {
      throw new IllegalArgumentException(
          "a metric named with letters, digits, `_` and `:`, not beginning with a digit, but not %s"
              .formatted(metric == null ? "none" : Problem.quote(metric)));
    }
    var labels = named.matchLabels();
    return SeriesSelector.of(metric, labels == null ? Map.of() : labels);
  }
}
