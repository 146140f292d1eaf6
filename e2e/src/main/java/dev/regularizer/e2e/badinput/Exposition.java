package dev.regularizer.e2e.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** What the operator exports as metrics, read as strictly as the text format is written. */
final class Exposition {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(regularizer|jvm|process)_[a-zA-Z0-9_]*"
              + "(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\[\"\\\\n])*\",?)*})?"
              + " [-+0-9.eE]+|# (TYPE|HELP|UNIT) .*");

  private Exposition() {}

  /** Lines that are no sample of a metric of the operator. */
  static List<String> strangeLines(int port) {
    var metrics =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    try (var http = HttpClient.newHttpClient()) {
      var text = http.send(metrics, HttpResponse.BodyHandlers.ofString()).body();
      return strangeLines(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading metrics", e);
    }
  }

  static List<String> strangeLines(String text) {
    return text.lines().filter(line -> !SAMPLE.matcher(line).matches()).toList();
  }
}
