package dev.regularizer.samples.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.samples.modelserver.metrics.HistogramForm;
import dev.regularizer.samples.modelserver.model.ModelFile;
import dev.regularizer.samples.modelserver.model.Revision;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The real server on a loopback port, with a client. */
public final class RunningServer implements AutoCloseable {
  /** Ends at once when told to. */
  public static final Drain.Times AT_ONCE =
      new Drain.Times(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningServer(ModelServer server) {
    this.server = server;
  }

  /** A server of the stable model; the regularizers are JSON. */
  public static RunningServer declaring(String regularizers) throws IOException {
    return pod("ic", "5c4b9wzq7f", regularizers, "a", AT_ONCE);
  }

  /** A server of the stable model in every detail. */
  public static RunningServer pod(
      String model, String hash, String regularizers, String instance, Drain.Times times)
      throws IOException {
    return pod(model, hash, regularizers, instance, times, HistogramForm.BOTH);
  }

  /** A server of the stable model whose times to answer come in one form. */
  public static RunningServer exporting(HistogramForm form) throws IOException {
    return pod("ic", "5c4b9wzq7f", "[]", "a", AT_ONCE, form);
  }

  private static RunningServer pod(
      String model,
      String hash,
      String regularizers,
      String instance,
      Drain.Times times,
      HistogramForm form)
      throws IOException {
    var text =
        "{\"model\":\"%s\",\"namespace\":\"vision\",\"revision\":\"%s\",\"regularizers\":%s}"
            .formatted(model, hash, regularizers);
    var settings =
        new Settings(
            0,
            ModelFile.bundled("stable"),
            Revision.parse("revision.json", text),
            "",
            times,
            form,
            1);
    return new RunningServer(new ModelServer(settings, instance, System::nanoTime));
  }

  /** Sends a body. */
  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Reads a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /** Asks for a prediction and takes the token from the answer. */
  public String token(String image) throws IOException, InterruptedException {
    return json(post("/v1/predict", image)).path("token").asText();
  }

  /** Sends a label. */
  public HttpResponse<String> feedback(String token, int label)
      throws IOException, InterruptedException {
    return post("/v1/feedback", "{\"token\":\"%s\",\"label\":%d}".formatted(token, label));
  }

  /** The value of one series, as Prometheus would read it. */
  public double metric(String series) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }

  /** The answer's document. */
  public static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** The server itself. */
  public ModelServer server() {
    return server;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  @Override
  public void close() {
    client.close();
    server.drainAndStop();
  }
}
