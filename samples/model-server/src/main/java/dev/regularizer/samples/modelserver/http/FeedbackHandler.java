package dev.regularizer.samples.modelserver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.http.Answer;
import dev.regularizer.samples.http.LabelRequest;
import dev.regularizer.samples.modelserver.feedback.FeedbackDesk;
import dev.regularizer.samples.modelserver.metrics.ServerMetrics;
import java.io.IOException;
import java.util.Map;

/** POST /v1/feedback: a token and the true label of its prediction. */
public final class FeedbackHandler implements HttpHandler {
  /** Names the revision that answered; clients send it with feedback, and gateways route by it. */
  public static final String REVISION_HEADER = "x-model-revision";

  private final String revision;
  private final FeedbackDesk desk;
  private final ServerMetrics metrics;

  /** Takes labels for a revision. */
  public FeedbackHandler(String revision, FeedbackDesk desk, ServerMetrics metrics) {
    this.revision = revision;
    this.desk = desk;
    this.metrics = metrics;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set(REVISION_HEADER, revision);
    if (!exchange.getRequestMethod().equals("POST")) {
      new Answer(405, Map.of("error", "use POST")).send(exchange);
      return;
    }
    var result = LabelRequest.read(exchange).map(desk::take).orElse(FeedbackResult.INVALID);
    metrics.labelled(result);
    new Answer(result.status(), Map.of("result", result.label(), "message", message(result)))
        .send(exchange);
  }

  private String message(FeedbackResult result) {
    return switch (result) {
      case COUNTED -> "counted";
      case DUPLICATE -> "this label was counted before";
      case OTHER_REVISION ->
          "the token is not of revision " + revision + "; send it with the header x-model-revision";
      case EXPIRED -> "the prediction is too old to be counted";
      case INVALID -> "send {\"token\": as answered, \"label\": the true class}";
    };
  }
}
