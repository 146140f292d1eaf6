package dev.regularizer.e2e.traffic;

import dev.regularizer.e2e.cluster.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks the gateway for a new hostname until it carries it. A gateway says that it has accepted a
 * route a moment before its proxies know it; nobody is promised an answer before that.
 */
record GatewayProbe(URI gateway, String hostname) {
  private static final int IN_A_ROW = 10;
  private static final int MOST = 600;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Waits until several requests in a row reached a model. */
  void await() {
    var request =
        HttpRequest.newBuilder(gateway.resolve("/healthz/ready"))
            .timeout(Duration.ofSeconds(5))
            .header("host", hostname)
            .build();
    int answered = 0;
    try (var client = HttpClient.newHttpClient()) {
      for (int sent = 0; sent < MOST && answered < IN_A_ROW; sent++) {
        answered = reachesModel(client, request) ? answered + 1 : 0;
        Pause.of(PAUSE);
      }
    }
    if (answered < IN_A_ROW) {
      throw new AssertionError("the gateway does not lead " + hostname + " to a model");
    }
  }

  private static boolean reachesModel(HttpClient client, HttpRequest request) {
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
