package dev.regularizer.samples.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was sent and what came back, so far or in the end.
 *
 * @param running whether more is coming
 * @param inFlight requests without an answer yet; not among the requests
 * @param total of all revisions
 * @param failures how many requests failed, by status or exception
 * @param examples some of the failures
 * @param revisions by the header x-model-revision; "none" where nobody signed an answer
 */
public record Report(
    boolean running,
    double elapsedSeconds,
    long inFlight,
    Figures total,
    Map<String, Long> failures,
    List<String> examples,
    Feedback feedback,
    Map<String, Figures> revisions) {
  /**
   * Figures of one revision.
   *
   * @param requests that were answered or have failed
   * @param failed neither 2xx nor the model's own documented rejection
   * @param rejectionRate of all requests
   * @param accuracy of the served ones
   * @param calibrationError of the served ones, over ten bins
   * @param latency counted from the time the request was due
   */
  public record Figures(
      long requests,
      long served,
      long rejected,
      long failed,
      double rejectionRate,
      double accuracy,
      double calibrationError,
      Latency latency) {}

  /** Quantiles in milliseconds. */
  public record Latency(double p50, double p95, double p99, double max) {}

  /**
   * True labels.
   *
   * @param otherRevision answered 409: the revision had retired
   * @param unsent still to be sent, or never sent because the generator was stopped
   */
  public record Feedback(long accepted, long otherRevision, long failed, long unsent) {}

  /** Writes the report so that a reader sees an old or a new one, never half of one. */
  public void write(Path file) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** One line for people. */
  public String line() {
    var shares = new StringBuilder();
    revisions.forEach((revision, figures) ->
        shares.append(
            String.format(
                Locale.ROOT,
                "  %s %.0f %%",
                revision,
                100.0 * figures.requests() / Math.max(1, total.requests()))));
    return String.format(
        Locale.ROOT,
        "%4.0fs  %d requests  %d rejected  %d failed  p95 %.1f ms%s",
        elapsedSeconds,
        total.requests(),
        total.rejected(),
        total.failed(),
        total.latency().p95(),
        shares);
  }
}
