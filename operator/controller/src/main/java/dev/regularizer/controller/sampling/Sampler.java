package dev.regularizer.controller.sampling;

import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.Look.Answer;
import dev.regularizer.core.spec.ModelKey;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Fetches samples outside passes and wakes the model they are for. */
public final class Sampler implements AutoCloseable {
  private final InstantSource clock;
  private final Mailbox mailbox;
  private final Consumer<ModelKey> wake;
  private final SamplerMeter meter;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Set<InFlight> underWay = ConcurrentHashMap.newKeySet();

  /** One connection with its own threads, so that a slow Prometheus delays nobody else. */
  private record Line(
      Connection connection, PrometheusClient client, Breaker breaker, ExecutorService threads) {}

  private record InFlight(
      ModelKey model, String revision, int attempt, Instant cursor, boolean readBack) {}

  /**
   * A sampler for all connections.
   *
   * @param wake called after an answer was put into the mailbox
   */
  public Sampler(
      List<Connection> connections,
      HttpClient http,
      InstantSource clock,
      Mailbox mailbox,
      Consumer<ModelKey> wake,
      SamplerMeter meter) {
    this.clock = clock;
    this.mailbox = mailbox;
    this.wake = wake;
    this.meter = meter;
    for (var connection : connections) {
      var threads =
          new ThreadPoolExecutor(
              connection.maxConcurrency(),
              connection.maxConcurrency(),
              30,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Thread.ofPlatform().daemon().name("sampler-" + connection.name() + "-", 0).factory());
      threads.allowCoreThreadTimeOut(true);
      lines.put(
          connection.name(),
          new Line(
              connection, new PrometheusClient(http, connection), new Breaker(clock), threads));
    }
  }

  /** Starts fetching, unless the same samples are being fetched already. */
  public void request(ModelKey model, Request.Samples request) {
    var inFlight =
        new InFlight(
            model, request.revision(), request.attempt(), request.cursor(), request.readBack());
    var line = lines.get(request.policy().connection());
    if (line == null || !underWay.add(inFlight)) {
      return;
    }
    line.threads()
        .execute(() -> {
          try {
            deliver(model, request, fetch(line, model, request, expressions(line)));
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          } finally {
            underWay.remove(inFlight);
          }
          wake.accept(model);
        });
  }

  /** Starts reading stable's history, unless it is being read already. */
  public void request(ModelKey model, Request.History request) {
    var inFlight =
        new InFlight(model, request.revision(), request.attempt(), request.plan().end(), true);
    var line = lines.get(request.policy().connection());
    if (line == null || !underWay.add(inFlight)) {
      return;
    }
    line.threads()
        .execute(() -> {
          try {
            // One for all pieces: an expression that hangs costs its timeout once.
            var expressions = expressions(line);
            mailbox.put(
                model,
                new HistoryReader(clock)
                    .read(
                        request,
                        model.namespace(),
                        line.connection().scrapeInterval(),
                        samples -> fetch(line, model, samples, expressions)));
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          } finally {
            underWay.remove(inFlight);
          }
          wake.accept(model);
        });
  }

  private static ExpressionReader expressions(Line line) {
    return new ExpressionReader(line.client());
  }

  private void deliver(ModelKey model, Request.Samples request, Answer answer) {
    mailbox.put(
        model,
        new Look(request.revision(), request.attempt(), request.cursor(), request.end(), answer));
  }

  private Answer fetch(
      Line line, ModelKey model, Request.Samples request, ExpressionReader expressions)
      throws InterruptedException {
    var name = line.connection().name();
    if (!line.breaker().allows()) {
      meter.skipped(name);
      return new Look.Failed("Prometheus did not answer the last queries; waiting before the next");
    }
    var began = clock.instant();
    var answer = ask(line, model, request, expressions);
    meter.asked(name, Duration.between(began, clock.instant()), answer);
    if (answer instanceof Look.Failed) {
      line.breaker().failed();
    } else {
      line.breaker().answered();
    }
    return answer;
  }

  /** All queries of a look; the first that is not answered is the answer to all. */
  private Answer ask(
      Line line, ModelKey model, Request.Samples request, ExpressionReader expressions)
      throws InterruptedException {
    var series = new ArrayList<RawSeries>();
    for (var query :
        SampleQuery.all(request, model.namespace(), line.connection().scrapeInterval())) {
      var answer = answer(line.client().query(query, ResponseParser::parse), request);
      if (!(answer instanceof Look.Samples(var matrix, _))) {
        return answer;
      }
      series.addAll(matrix.series());
    }
    series.addAll(expressions.read(request, model.namespace()));
    return new Look.Samples(new SampleMatrix(series), request.readBack());
  }

  private Answer answer(
      PrometheusClient.Reply<ResponseParser.Answer> reply, Request.Samples request) {
    return switch (reply) {
      case PrometheusClient.Reply.Failure<ResponseParser.Answer>(var detail) ->
          new Look.Failed(detail);
      case PrometheusClient.Reply.Refused<ResponseParser.Answer>(var detail) ->
          new Look.Failed(detail);
      case PrometheusClient.Reply.TooLarge<ResponseParser.Answer> _ ->
          new Look.Unusable(
              InvalidReason.ResponseTooLarge,
              "more than " + PrometheusClient.LARGEST / (1 << 20) + " MiB for one look");
      case PrometheusClient.Reply.Body<ResponseParser.Answer>(var parsed, var date) ->
          samples(parsed, date, request);
    };
  }

  private Answer samples(
      ResponseParser.Answer parsed, Optional<Instant> date, Request.Samples request) {
    var skew = date.map(there -> Duration.between(there, clock.instant()).abs());
    if (skew.isPresent() && skew.get().compareTo(request.policy().window()) > 0) {
      return new Look.Unusable(
          InvalidReason.ClockSkew,
          "the clock of Prometheus differs by " + skew.get().toSeconds() + " s");
    }
    return parsed.warnings() > 0
        ? new Look.Unusable(
            InvalidReason.Partial, "Prometheus gave " + parsed.warnings() + " warnings")
        : new Look.Samples(parsed.matrix(), request.readBack());
  }

  @Override
  public void close() {
    lines.values().forEach(line -> line.threads().shutdownNow());
  }
}
