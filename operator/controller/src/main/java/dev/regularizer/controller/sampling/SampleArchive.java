package dev.regularizer.controller.sampling;

import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads all samples of a long time from a Prometheus, piece by piece. */
public final class SampleArchive {
  private static final int WINDOWS = 20;

  private final PrometheusClient client;
  private final Duration scrapeInterval;

  /** An archive behind an address. */
  public SampleArchive(HttpClient http, URI prometheus, Duration scrapeInterval) {
    this.scrapeInterval = scrapeInterval;
    this.client =
        new PrometheusClient(
            http,
            new Connection(
                "command",
                prometheus,
                scrapeInterval,
                Duration.ZERO,
                Duration.ofSeconds(30),
                1,
                Set.of()));
  }

  /**
   * Samples of some revisions, from one hour before a time.
   *
   * @param revisions whose pods to read, the one that expressions are about first
   * @param spans times whose windows expressions are asked for, inside the others
   * @throws IOException when Prometheus does not give them, in words for people
   */
  public SampleMatrix read(
      String namespace,
      List<String> revisions,
      TrialPolicy policy,
      Instant from,
      Instant until,
      List<Span> spans)
      throws IOException, InterruptedException {
    var all = new ArrayList<RawSeries>();
    var piece = policy.window().multipliedBy(WINDOWS);
    var readBack = true;
    for (var start = from; start.isBefore(until); ) {
      var end = start.plus(piece).isBefore(until) ? start.plus(piece) : until;
      var request =
          new Request.Samples(revisions.getFirst(), 1, revisions, policy, start, end, readBack);
      var samples = samples(request, namespace, piece.toSeconds() > 1);
      if (samples.isEmpty()) {
        piece = piece.dividedBy(2);
        continue;
      }
      all.addAll(samples.get());
      readBack = false;
      start = end;
    }
    for (var span : spans) {
      for (var start = span.from(); start.isBefore(span.until()); ) {
        var end = start.plus(policy.window().multipliedBy(WINDOWS));
        var last = end.isBefore(span.until()) ? end : span.until();
        var request =
            new Request.Samples(revisions.getFirst(), 1, revisions, policy, start, last, false);
        all.addAll(new ExpressionReader(client).read(request, namespace));
        start = last;
      }
    }
    return new SampleMatrix(all);
  }

  /** Empty when there are too many for an answer and fewer can be asked for. */
  private Optional<List<RawSeries>> samples(
      Request.Samples request, String namespace, boolean divisible)
      throws IOException, InterruptedException {
    var all = new ArrayList<RawSeries>();
    for (var query : SampleQuery.all(request, namespace, scrapeInterval)) {
      var reply = client.query(query, ResponseParser::parse);
      if (divisible && reply instanceof PrometheusClient.Reply.TooLarge<ResponseParser.Answer> _) {
        return Optional.empty();
      }
      all.addAll(samples(reply).series());
    }
    return Optional.of(all);
  }

  /** Windows one after the other, from the start of the first to the end of the last. */
  public record Span(Instant from, Instant until) {}

  private static SampleMatrix samples(PrometheusClient.Reply<ResponseParser.Answer> reply)
      throws IOException {
    return switch (reply) {
      case PrometheusClient.Reply.Body<ResponseParser.Answer>(var answer, var _) -> {
        if (answer.warnings() > 0) {
          throw new IOException(
              "gave " + answer.warnings() + " warnings: some of its data may be missing");
        }
        yield answer.matrix();
      }
      case PrometheusClient.Reply.TooLarge<ResponseParser.Answer> _ ->
          throw new IOException("more than 16 MiB a second");
      case PrometheusClient.Reply.Failure<ResponseParser.Answer>(var detail) ->
          throw new IOException(detail);
      case PrometheusClient.Reply.Refused<ResponseParser.Answer>(var detail) ->
          throw new IOException(detail);
    };
  }
}
