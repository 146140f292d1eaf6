package dev.regularizer.controller.sampling;

import dev.regularizer.controller.config.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks one Prometheus; knows HTTP, nothing of samples. */
final class PrometheusClient {
  /** More than this is not a window of a few pods. */
  static final int LARGEST = 16 << 20;

  private final HttpClient http;
  private final URI address;
  private final Duration timeout;

  PrometheusClient(HttpClient http, Connection connection) {
    this.http = http;
    this.timeout = connection.timeout();
    var base = connection.url().toString();
    this.address = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/");
  }

  /**
   * What Prometheus answered; the text of a refusal is left out, it could hold anything.
   *
   * @param <T> what was read from the body
   */
  sealed interface Reply<T> {
    record Body<T>(T content, Optional<Instant> date) implements Reply<T> {}

    record TooLarge<T>() implements Reply<T> {}

    /** It was understood and refused, and would be again. */
    record Refused<T>(String detail) implements Reply<T> {}

    record Failure<T>(String detail) implements Reply<T> {}
  }

  /** Reads a body while it comes; an IOException says in its message why it cannot be used. */
  interface BodyReader<T> {
    T read(BoundedStream body) throws IOException;
  }

  /** All raw samples of a range. */
  <T> Reply<T> query(SampleQuery query, BodyReader<T> reader) throws InterruptedException {
    return ask("query", query.text(), "&time=" + seconds(query.time()), reader);
  }

  /** The values of an expression at the ends of windows. */
  <T> Reply<T> query(ExpressionQuery query, BodyReader<T> reader) throws InterruptedException {
    return ask(
        "query_range",
        query.expression().text(),
        "&start="
            + seconds(query.first())
            + "&end="
            + seconds(query.last())
            + "&step="
            + query.step().toMillis()
            + "ms",
        reader);
  }

  private <T> Reply<T> ask(String path, String query, String times, BodyReader<T> reader)
      throws InterruptedException {
    var form =
        "query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + times
            + "&timeout="
            + timeout.toMillis()
            + "ms";
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    var answer = http.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return reply(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), reader);
    } catch (TimeoutException late) {
      answer.cancel(true);
      return late();
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof HttpTimeoutException
          ? late()
          : new Reply.Failure<>(
              failed.getCause() == null
                  ? "the request failed"
                  : failed.getCause().getClass().getSimpleName());
    }
  }

  private <T> Reply<T> reply(HttpResponse<InputStream> response, BodyReader<T> reader) {
    var tooLate = new AtomicBoolean();
    var body = new BoundedStream(response.body(), LARGEST);
    // The request's own timeout ends with the headers; this one covers a body that stalls.
    var watch =
        CompletableFuture.runAsync(
            () -> {
              tooLate.set(true);
              close(body);
            },
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
    try {
      if (response.statusCode() != 200) {
        body.transferTo(OutputStream.nullOutputStream());
        var detail = "HTTP status " + response.statusCode() + " with " + body.count() + " bytes";
        return response.statusCode() / 100 == 4
            ? new Reply.Refused<>(detail)
            : new Reply.Failure<>(detail);
      }
      return new Reply.Body<>(
          reader.read(body), response.headers().firstValue("Date").flatMap(PrometheusClient::date));
    } catch (BoundedStream.TooLargeException tooLarge) {
      return new Reply.TooLarge<>();
    } catch (IOException broken) {
      return tooLate.get() ? late() : new Reply.Failure<>(String.valueOf(broken.getMessage()));
    } finally {
      watch.cancel(false);
      close(body);
    }
  }

  private <T> Reply<T> late() {
    return new Reply.Failure<>("no answer within " + timeout.toMillis() + " ms");
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException gone) {
      // Nothing more is wanted from it.
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String seconds(Instant time) {
    return "%d.%03d".formatted(time.getEpochSecond(), time.getNano() / 1_000_000);
  }
}
