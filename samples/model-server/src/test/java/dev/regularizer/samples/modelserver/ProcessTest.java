package dev.regularizer.samples.modelserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a pod runs it: a process with 48 MB of heap that gets a SIGTERM. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void endsWithZeroAfterServingOn() throws Exception {
    var process = start(Map.of("PORT", "0", "DRAIN_SECONDS", "1", "SCRAPE_INTERVAL_SECONDS", "1"));
    try (var output = process.inputReader(UTF_8);
        var client = HttpClient.newHttpClient()) {
      var port = new ObjectMapper().readTree(output.readLine()).path("port").asInt();
      var predict =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/predict"))
              .POST(HttpRequest.BodyPublishers.ofString(HeldoutImages.read().request(0)))
              .build();
      assertThat(client.send(predict, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

      process.destroy();

      var late = client.send(predict, BodyHandlers.ofString());
      assertThat(late.statusCode()).isEqualTo(200);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void saysWhatIsWrongAndEndsWithTwo() throws Exception {
    var process = start(Map.of("MODEL", "besser"));
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("errors")))
        .startsWith("model-server: MODEL: found \"besser\"; name a model");
  }

  @Test
  void aTakenPortIsSaidInOneSentence() throws Exception {
    try (var socket = new ServerSocket(0)) {
      var process = start(Map.of("PORT", Integer.toString(socket.getLocalPort())));
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(Files.readString(folder.resolve("errors")))
          .startsWith("model-server: PORT: found a port that is taken")
          .hasLineCount(1);
    }
  }

  private Process start(Map<String, String> environment) throws Exception {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectError(folder.resolve("errors").toFile()).start();
  }
}
