package dev.regularizer.controller.wire;

import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.preset.Served;
import java.util.Optional;
import java.util.function.Consumer;

/** The series SLIs are counted from by a preset; what the preset cannot serve is told. */
final class SliSeries {
  private final Preset preset;
  private final Consumer<String> unserved;

  SliSeries(Preset preset, Consumer<String> unserved) {
    this.preset = preset;
    this.unserved = unserved;
  }

  Optional<EventSeries> rejections(String where) {
    return series(where, preset.rejections());
  }

  Optional<EventSeries> errors(String where) {
    return series(where, preset.errors());
  }

  Optional<SeriesSelector> latency(String where) {
    return series(where, preset.latency());
  }

  Optional<LabelSeries> labels(String where) {
    return series(where, preset.labels());
  }

  Optional<SeriesSelector> cost(String where) {
    return series(where, preset.cost());
  }

  private <T> Optional<T> series(String where, Served<T> served) {
    return switch (served) {
      case Served.From<T>(var series) -> Optional.of(series);
      case Served.Missing<T>(var because) -> {
        unserved.accept(
            ("%s: the preset %s cannot serve it: the server %s; remove the SLI, or export the"
                    + " telemetry contract and use the preset Native")
                .formatted(where, preset.word(), because));
        yield Optional.empty();
      }
    };
  }
}
