package dev.regularizer.core.preset;

import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** operator/docs/presets.md, from the code. */
final class PresetTable {
  private static final String HEAD =
      """
      # Presets: model servers whose series are known

      `spec.metrics.preset` names the model server, and SLIs are counted from its series. What a server does not export
      cannot be counted: the model then has `PolicyValid=False` with the reason `SliNotServed`, and the message names the
      SLI, the preset, what is missing and what to do. Series are those of the revision's pods, as for `Native`. An SLI
      that names series itself ([telemetry.md](telemetry.md)) needs the preset for the others only.

      An error is a failure of the server (HTTP status 5xx, a failed inference); a request that it could not read is none,
      and is among all requests where the server counts it. Every label value below is matched exactly.
      """;

  private PresetTable() {}

  static String text() {
    var text = new StringBuilder(HEAD);
    for (var preset : Preset.values()) {
      text.append("\n## ")
          .append(preset.word())
          .append("\nHow the series are known: ")
          .append(preset.known())
          .append(".\n\n| SLI | counted from |\n|---|---|\n");
      row(text, "`errorRate`, `errorBudgetBurn`", preset.errors(), PresetTable::events);
      row(text, "`latency`", preset.latency(), PresetTable::selector);
      row(text, "`rejectionRate`", preset.rejections(), PresetTable::events);
      row(text, "`calibrationError`", preset.labels(), PresetTable::labels);
      row(text, "`predictionError`", preset.labels(), PresetTable::answers);
      row(text, "`cohortError`", preset.cohorts(), PresetTable::cohorts);
      row(text, "`costPerPrediction`", preset.costs(), PresetTable::costs);
    }
    return text.toString();
  }

  private static <T> void row(
      StringBuilder text, String sli, Served<T> served, Function<T, String> write) {
    text.append("| ").append(sli).append(" | ");
    switch (served) {
      case Served.From<T>(var series) -> text.append(write.apply(series));
      case Served.Missing<T>(var because) -> text.append("not served: the server ").append(because);
    }
    text.append(" |\n");
  }

  private static String events(EventSeries events) {
    return all(events.bad()) + " of " + all(events.total());
  }

  private static String labels(LabelSeries labels) {
    return all(List.of(labels.labeled(), labels.confidence(), labels.correct()));
  }

  private static String answers(LabelSeries labels) {
    return all(List.of(labels.labeled())) + " without " + all(List.of(labels.correct()));
  }

  private static String cohorts(CohortSeries cohorts) {
    return "%s of %s by `%s`"
        .formatted(
            all(List.of(cohorts.errors())), all(List.of(cohorts.labeled())), cohorts.label());
  }

  private static String costs(CostSeries costs) {
    return all(List.of(costs.cost())) + " per " + all(costs.predictions());
  }

  private static String all(List<SeriesSelector> selectors) {
    return selectors.stream().map(PresetTable::selector).collect(Collectors.joining(" + "));
  }

  private static String selector(SeriesSelector selector) {
    var labels =
        Stream.of(labels(selector.labels(), "="), labels(selector.excluded(), "!="))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(";"));
    return "`" + selector.metric() + "`" + (labels.isEmpty() ? "" : " with" + labels);
  }

  private static String labels(Map<String, Set<String>> labels, String relation) {
    return labels.entrySet().stream()
        .map(one ->
            one.getValue().stream()
                .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
                .collect(Collectors.joining(", ", " `" + one.getKey() + "` " + relation + " ", "")))
        .collect(Collectors.joining(";"));
  }
}
