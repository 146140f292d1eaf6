package dev.regularizer.controller.sampling;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads stable's history piece by piece and keeps counts only, so that no more than one answer is
 * in memory. A piece that cannot be counted is left out; one that is not answered ends the reading.
 */
final class HistoryReader {
  private final InstantSource clock;

  HistoryReader(InstantSource clock) {
    this.clock = clock;
  }

  /** Fetches the samples of one piece. */
  interface Pieces {
    Look.Answer fetch(Request.Samples samples) throws InterruptedException;
  }

  HistoryAnswer read(
      Request.History request, String namespace, Duration scrapeInterval, Pieces pieces)
      throws InterruptedException {
    var counts = HistoryCounts.start(request.policy());
    for (var chunk : request.plan().chunks()) {
      var samples =
          new Request.Samples(
              request.revision(),
              request.attempt(),
              List.of(request.stable()),
              request.policy(),
              chunk.from(),
              chunk.end(),
              false);
      switch (pieces.fetch(samples)) {
        case Look.Samples(var matrix, _) ->
            counts =
                counts.plus(
                    request.policy(), chunk, request.arm(matrix, namespace, scrapeInterval));
        case Look.Unusable _ -> {}
        case Look.Failed(var detail) -> {
          return answer(request, new HistoryAnswer.Failed(detail, clock.instant()));
        }
      }
    }
    return answer(request, new HistoryAnswer.Read(counts));
  }

  private static HistoryAnswer answer(Request.History request, HistoryAnswer.Result result) {
    return new HistoryAnswer(request.revision(), request.attempt(), result);
  }
}
