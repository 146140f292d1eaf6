package dev.regularizer.controller.sampling;

import dev.regularizer.controller.config.Connection;
import java.io.IOException;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    this.address = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/query");
  }

  /** What Prometheus answered; the text of a refusal is left out, it could hold anything. */
  sealed interface Reply {
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Body(byte[] bytes, Optional<Instant> date) implements Reply {}

    record TooLarge() implements Reply {}

    record Failure(String detail) implements Reply {}
  }

  Reply query(SampleQuery query) throws InterruptedException {
    var form =
        "query="
            + URLEncoder.encode(query.text(), StandardCharsets.UTF_8)
            + "&time="
            + seconds(query.time())
            + "&timeout="
            + timeout.toMillis()
            + "ms";
    var request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    var answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      // The request's own timeout ends with the headers; this one covers a body that stalls.
      return reply(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Reply.Failure("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return failure(failed.getCause());
    }
  }

  private Reply failure(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException late ->
          new Reply.Failure("no answer within " + timeout.toMillis() + " ms");
      case IOException tooLarge
          when String.valueOf(tooLarge.getMessage()).contains("exceeds capacity") ->
          new Reply.TooLarge();
      case null -> new Reply.Failure("the request failed");
      default -> new Reply.Failure(cause.getClass().getSimpleName());
    };
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      return new Reply.Failure(
          "HTTP status " + response.statusCode() + " with " + response.body().length + " bytes");
    }
    return new Reply.Body(
        response.body(), response.headers().firstValue("Date").flatMap(PrometheusClient::date));
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
