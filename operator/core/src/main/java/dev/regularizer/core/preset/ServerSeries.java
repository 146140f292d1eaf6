package dev.regularizer.core.preset;

import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;

/**
 * Series of a model server.
 *
 * @param rejections predictions that a guard rejected
 * @param errors predictions that failed
 * @param latency times to answer in seconds
 * @param labels labelled predictions by confidence
 * @param known how the names are known
 */
record ServerSeries(
    Served<EventSeries> rejections,
    Served<EventSeries> errors,
    Served<SeriesSelector> latency,
    Served<LabelSeries> labels,
    String known) {

  private static final String NO_GUARDS = "knows no guards, so it counts no rejections";
  private static final String NO_LABELS =
      "never learns true labels; a labeler can count them (source: Labeler)";

  /** A server that knows neither guards nor labels. */
  static ServerSeries of(Served<EventSeries> errors, Served<SeriesSelector> latency, String known) {
    return new ServerSeries(
        new Served.Missing<>(NO_GUARDS), errors, latency, new Served.Missing<>(NO_LABELS), known);
  }
}
