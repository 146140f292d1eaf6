package dev.regularizer.controller.sampling;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.effect.Request;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which series a labeler exports for some revisions: by its labels, since its pod is its own. */
final class LabelerQuery {
  private LabelerQuery() {}

  /** Selects them; empty when no SLI counts the labels of a labeler. */
  static Optional<String> selector(Request.Samples request, String namespace) {
    var names = new TreeSet<String>();
    for (var sli : request.policy().slis()) {
      names.addAll(metrics(sli.kind(), LabelSource.Labeler));
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var revision = request.revision();
    return Optional.of(
        "{__name__=~\""
            + String.join("|", names)
            + "\",namespace=\""
            + namespace
            + "\","
            + TelemetryContract.MODEL
            + "=\""
            + revision.substring(0, revision.lastIndexOf('-'))
            + "\","
            + TelemetryContract.REVISION
            + "=~\""
            + request.revisions().stream().map(LabelerQuery::hash).collect(Collectors.joining("|"))
            + "\"}");
  }

  /** Names of the counters of labelled predictions that an SLI takes from a source. */
  static List<String> metrics(SliKind kind, LabelSource source) {
    return switch (kind) {
      case SliKind.CalibrationError(var labels) when labels.source() == source ->
          List.of(
              labels.labeled().metric(), labels.confidence().metric(), labels.correct().metric());
      case SliKind.PredictionError(var labels) when labels.source() == source ->
          List.of(labels.labeled().metric(), labels.correct().metric());
      case SliKind.CohortError cohorts when cohorts.series().source() == source ->
          List.of(cohorts.series().labeled().metric(), cohorts.series().errors().metric());
      default -> List.of();
    };
  }

  private static String hash(String revision) {
    return revision.substring(revision.lastIndexOf('-') + 1);
  }
}
