package dev.regularizer.controller.command;

import dev.regularizer.controller.sampling.SampleArchive;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where the samples of a command come from. */
final class SampleSource {
  private SampleSource() {}

  /** Samples come from a file or from a Prometheus. */
  static void requireOne(Arguments arguments) throws BadInputException {
    var file = arguments.value("--samples").isPresent();
    if (file == arguments.value("--prometheus").isPresent()) {
      throw new BadInputException(
          "found "
              + (file ? "both" : "neither")
              + " of --samples FILE and --prometheus URL; give exactly one");
    }
  }

  static SampleMatrix file(String file) throws BadInputException {
    try {
      return SampleFile.read(Path.of(file));
    } catch (IOException unreadable) {
      throw new BadInputException(
          "--samples "
              + file
              + ": found no samples ("
              + ObjectFile.firstLine(unreadable)
              + "); allowed is a file that --record wrote, or an answer of Prometheus to a range"
              + " selector");
    }
  }

  /** What an attempt was measured from. */
  static SampleMatrix prometheus(String url, RecordedAttempt recorded)
      throws BadInputException, InterruptedException {
    var runs = recorded.attempt().looks().runs();
    if (runs.isEmpty()) {
      return SampleMatrix.EMPTY;
    }
    var policy = recorded.attempt().policy();
    return prometheus(
        url,
        recorded.namespace(),
        recorded.arms(),
        policy,
        runs.getFirst().scrapeInterval(),
        recorded.countedFrom().orElse(runs.getFirst().from()),
        runs.getLast().end(policy.window()),
        recorded.spans());
  }

  static SampleMatrix prometheus(
      String url,
      String namespace,
      List<String> revisions,
      TrialPolicy policy,
      Duration scrapeInterval,
      Instant from,
      Instant until,
      List<SampleArchive.Span> spans)
      throws BadInputException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return new SampleArchive(http, address(url), scrapeInterval)
          .read(namespace, revisions, policy, from, until, spans);
    } catch (IOException refused) {
      throw new BadInputException(
          "--prometheus "
              + url
              + ": "
              + refused.getMessage()
              + "; allowed is the address of a Prometheus, such as http://127.0.0.1:9090");
    }
  }

  /** Writes what was read, if that is asked for. */
  static void record(Arguments arguments, SampleMatrix samples) throws BadInputException {
    var file = arguments.value("--record");
    if (file.isEmpty()) {
      return;
    }
    try {
      SampleFile.write(Path.of(file.get()), samples);
    } catch (IOException unwritable) {
      throw new BadInputException(
          "--record "
              + file.get()
              + ": cannot be written ("
              + unwritable.getClass().getSimpleName()
              + "); give a file in a folder that exists");
    }
  }

  private static URI address(String url) throws BadInputException {
    try {
      var address = URI.create(url);
      if (address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      throw new BadInputException(notAnAddress(url));
    }
    throw new BadInputException(notAnAddress(url));
  }

  private static String notAnAddress(String url) {
    return "--prometheus "
        + url
        + ": found no address; allowed is http://HOST:PORT or https://HOST:PORT";
  }
}
