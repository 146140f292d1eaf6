package dev.regularizer.controller.sampling;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import java.time.Duration;
import java.time.InstantSource;

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
      Request.History request, String namespace, Duration scrapeInterval, Pieces answers)
      throws InterruptedException {
    var policy = request.policy();
    var counts = HistoryCounts.start(policy);
    var reading = request.reading(scrapeInterval);
    var pieces = request.plan().chunks();
    for (int i = 0; i < pieces.size(); i++) {
      switch (answers.fetch(request.samples(pieces.get(i)))) {
        case Look.Samples(var matrix, _) ->
            counts =
                counts.plus(
                    policy,
                    pieces.get(i),
                    reading.arm(matrix, namespace, request.stable(), policy));
        case Look.Unusable _ -> reading = reading.without(i);
        case Look.Failed(var detail) -> {
          return answer(request, new HistoryAnswer.Failed(detail, clock.instant()));
        }
      }
    }
    return answer(request, new HistoryAnswer.Read(counts, reading));
  }

  private static HistoryAnswer answer(Request.History request, HistoryAnswer.Result result) {
    return new HistoryAnswer(request.revision(), request.attempt(), result);
  }
}
