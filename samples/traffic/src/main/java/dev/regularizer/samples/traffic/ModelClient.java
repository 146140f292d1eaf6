package dev.regularizer.samples.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks the protocol of the sample model server; never sends anything twice. */
final class ModelClient implements AutoCloseable {
  private static final String REVISION = "x-model-revision";
  private static final String COHORT = "x-cohort";
  private static final String ALLOWED = "jdk.httpclient.allowRestrictedHeaders";
  private static final int DETAIL = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Plan plan;
  private final HttpClient http;

  ModelClient(Plan plan) {
    this.plan = plan;
    if (System.getProperty(ALLOWED) == null) {
      System.setProperty(ALLOWED, "host");
    }
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(plan.timeout())
            .build();
    checkHost();
  }

  /** Asks for a prediction; an empty cohort is not named. */
  Reply predict(String body, String cohort) {
    HttpResponse<String> response;
    var request = request("/v1/predict", body);
    if (!cohort.isEmpty()) {
      request.setHeader(COHORT, cohort);
    }
    try {
      response = http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      return new Reply.Failed(
          Reply.NOBODY, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failed(Reply.NOBODY, "Interrupted", "the generator was stopped");
    }
    var revision = response.headers().firstValue(REVISION).orElse(Reply.NOBODY);
    var json = json(response.body());
    var status = response.statusCode();
    if (status / 100 == 2 && json.path("token").isTextual()) {
      return new Reply.Served(
          revision,
          json.path("token").asText(),
          json.path("class").asInt(),
          json.path("confidence").asDouble());
    }
    if ((status == 422 || status == 413) && json.path("rejected").isTextual()) {
      return new Reply.Rejected(revision, json.path("rejected").asText());
    }
    var text = response.body();
    return new Reply.Failed(
        revision, Integer.toString(status), text.substring(0, Math.min(text.length(), DETAIL)));
  }

  /** Sends a true label; the status of the answer, 0 when there was none. */
  int feedback(Reply.Served served, int label) {
    var body = JSON.createObjectNode().put("token", served.token()).put("label", label).toString();
    var request = request("/v1/feedback", body).setHeader(REVISION, served.revision()).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .timeout(plan.timeout())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body));
    plan.host().ifPresent(host -> request.setHeader("host", host));
    return request;
  }

  private String address() {
    var text = plan.url().toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The JDK decides once in the life of a JVM whether a Host header may be set. */
  private void checkHost() {
    try {
      request("/", "").build();
    } catch (IllegalArgumentException e) {
      throw new InvalidPlanException(
          "--host",
          "a JVM that has used its HTTP client before",
          "start it with -D" + ALLOWED + "=host");
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
