package dev.regularizer.samples.labeler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.http.Answer;
import dev.regularizer.samples.http.LabelRequest;
import java.io.IOException;
import java.util.Map;

/** POST /v1/feedback: a token, the true label of its prediction, and perhaps its cohort. */
final class LabelHandler implements HttpHandler {
  private final LabelDesk desk;
  private final LabeledSeries series;

  LabelHandler(LabelDesk desk, LabeledSeries series) {
    this.desk = desk;
    this.series = series;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      new Answer(405, Map.of("error", "use POST")).send(exchange);
      return;
    }
    var result = LabelRequest.read(exchange).map(desk::take).orElse(FeedbackResult.INVALID);
    series.labelled(result);
    new Answer(result.status(), Map.of("result", result.label(), "message", message(result)))
        .send(exchange);
  }

  private static String message(FeedbackResult result) {
    return switch (result) {
      case COUNTED -> "counted";
      case DUPLICATE -> "this label was counted before";
      case OTHER_REVISION -> "the token is of a revision that is not labelled here";
      case EXPIRED -> "the prediction is too old to be counted";
      case INVALID ->
          "send {\"token\": as answered, \"label\": the true class, \"cohort\": at most 32 letters,"
              + " digits, _ and -}; model server and labeler need the same MODEL_TOKEN_KEY";
    };
  }
}
