package dev.regularizer.testkit;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.TemplateCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was looked up for a decision and waits for the next one. */
final class SimulatedAnswers {
  private static final String NAMESPACE = "vision";

  private final SimulatedPrometheus prometheus;
  private final Duration scrapeInterval;
  private @Nullable Look look;
  private @Nullable TemplateCheck check;
  private @Nullable HistoryAnswer history;
  private String templateRefused = "";
  private UnaryOperator<Look.Answer> replacement = UnaryOperator.identity();

  SimulatedAnswers(SimulatedPrometheus prometheus, Duration scrapeInterval) {
    this.prometheus = prometheus;
    this.scrapeInterval = scrapeInterval;
  }

  @Nullable Look look() {
    return look;
  }

  @Nullable TemplateCheck check() {
    return check;
  }

  @Nullable HistoryAnswer history() {
    return history;
  }

  /** A look is for one decision only. */
  void taken() {
    look = null;
  }

  /** From now on something else comes instead of what Prometheus answers. */
  void replace(UnaryOperator<Look.Answer> next) {
    replacement = next;
  }

  /** From now on the API server refuses pod templates; not with an empty text. */
  void refuseTemplates(String why) {
    templateRefused = why;
    check = null;
  }

  void answer(Request request, Instant now) {
    switch (request) {
      case Request.CheckTemplate(var sha, var name) ->
          check = new TemplateCheck(sha, templateRefused.isEmpty(), templateRefused);
      case Request.History asked ->
          history =
              new HistoryAnswer(
                  asked.revision(),
                  asked.attempt(),
                  prometheus.answers()
                      ? read(asked)
                      : new HistoryAnswer.Failed("connection refused", now));
      case Request.Samples samples -> {
        var answer =
            prometheus.answers()
                ? new Look.Samples(prometheus.look(NAMESPACE, samples), samples.readBack())
                : new Look.Failed("connection refused");
        look =
            new Look(
                samples.revision(),
                samples.attempt(),
                samples.cursor(),
                samples.end(),
                replacement.apply(answer));
      }
    }
  }

  private HistoryAnswer.Read read(Request.History asked) {
    var reading = asked.reading(scrapeInterval);
    var counts = HistoryCounts.start(asked.policy());
    for (var piece : asked.plan().chunks()) {
      var matrix = prometheus.look(NAMESPACE, asked.samples(piece));
      var arm = reading.arm(matrix, NAMESPACE, asked.stable(), asked.policy());
      counts = counts.plus(asked.policy(), piece, arm);
    }
    return new HistoryAnswer.Read(counts, reading);
  }
}
