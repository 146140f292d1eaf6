package dev.regularizer.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** How many queries Prometheus has answered, as it says itself. */
record PrometheusQueries(String address) {
  private static final String COUNTER = "prometheus_http_requests_total";

  long count() {
    var request = HttpRequest.newBuilder(URI.create(address + "/metrics")).build();
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(COUNTER))
          .filter(line -> line.contains("handler=\"/api/v1/query\""))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
