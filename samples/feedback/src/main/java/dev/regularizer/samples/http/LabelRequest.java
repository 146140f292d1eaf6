package dev.regularizer.samples.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A true label as a client sends it.
 *
 * @param token of the prediction, as it was answered
 * @param label the true class
 * @param cohort group of the request; empty: the one that the token names
 */
public record LabelRequest(String token, int label, String cohort) {
  private static final long LIMIT = 4096;
  private static final long DISCARDED = 1 << 20;
  private static final Pattern COHORT = Pattern.compile("[A-Za-z0-9_-]{0,32}");
  private static final ObjectMapper JSON =
      new ObjectMapper(JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build());

  /** Reads the body; empty when it is none of ours. */
  public static Optional<LabelRequest> read(HttpExchange exchange) throws IOException {
    var body = body(exchange);
    var cohort = body.path("cohort").asText("");
    return body.path("token").isTextual()
            && body.path("label").isInt()
            && COHORT.matcher(cohort).matches()
        ? Optional.of(
            new LabelRequest(body.path("token").asText(), body.path("label").asInt(), cohort))
        : Optional.empty();
  }

  /** The cohort that was sent, else another. */
  public String cohortOr(String other) {
    return cohort.isEmpty() ? other : cohort;
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    var body = new BoundedBody(exchange.getRequestBody(), LIMIT);
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException | BoundedBody.TooLargeException e) {
      body.discard(DISCARDED);
      return MissingNode.getInstance();
    }
  }
}
