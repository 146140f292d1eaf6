package dev.regularizer.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command line of the machine, run to its end within a time. */
public record Command(List<String> words, Duration limit) {

  /** What a command printed (both streams, in the order of arrival) and how it ended. */
  public record Result(int status, String output) {

    /** Whether the command reported success. */
    public boolean succeeded() {
      return status == 0;
    }
  }

  public Command {
    words = List.copyOf(words);
  }

  /** Runs it; a command that outlives its limit is ended and fails. */
  public Result run() {
    try {
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = CompletableFuture.supplyAsync(() -> read(process));
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException(
            "`%s` did not end within %d s".formatted(String.join(" ", words), limit.toSeconds()));
      }
      return new Result(process.exitValue(), output.join());
    } catch (IOException e) {
      throw new UncheckedIOException("`%s` cannot be started".formatted(words.getFirst()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.getFirst(), e);
    }
  }

  /** Runs it and gives its output; anything but success is an exception with that output. */
  public String succeed() {
    var result = run();
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "`%s` ended with %d:%n%s"
              .formatted(String.join(" ", words), result.status(), result.output()));
    }
    return result.output();
  }

  private static String read(Process process) {
    try (var stream = process.getInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
