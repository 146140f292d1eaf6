package dev.regularizer.e2e.crash;

import dev.regularizer.e2e.cluster.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a pod again and again whether it is ready. */
record Readiness(String address) {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int MOST = 3000;

  /** Milliseconds from the start that is supplied, once there is one, to the first ready answer. */
  long after(Supplier<Optional<Instant>> start) {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + address + ":8080/healthz/ready"))
            .timeout(Duration.ofSeconds(1))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      for (int attempt = 0; attempt < MOST; attempt++) {
        if (ready(client, request)) {
          var now = InstantSource.system().instant();
          var started = start.get();
          if (started.isPresent()) {
            return Duration.between(started.get(), now).toMillis();
          }
        }
        Pause.of(PAUSE);
      }
    }
    throw new AssertionError("the operator did not become ready again at " + address);
  }

  private static boolean ready(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
