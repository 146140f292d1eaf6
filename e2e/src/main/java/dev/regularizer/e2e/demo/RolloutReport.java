package dev.regularizer.e2e.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.regularizer.e2e.model.RevisionView;
import dev.regularizer.e2e.model.SliView;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one rollout ended: what the ModelRevision says, beside what others know independently.
 *
 * @param failingSli the SLI that decided, as the revision's status names it
 * @param sli the SLI whose figures are shown: the one that decided, else the calibration
 * @param requestsToVerdict requests the candidate was judged by
 * @param rejectionRate rejections among the candidate's requests as the traffic generator saw them
 * @param offlineEce calibration error of the candidate on all held-out images, measured offline
 * @param failedRequests of users, over both revisions
 * @param failures what happened to the failed ones, and how often
 * @param held whether the rollout was seen holding because Prometheus did not answer
 */
@JsonInclude(Include.NON_ABSENT)
public record RolloutReport(
    String rollout,
    String candidate,
    String revision,
    String outcome,
    String reason,
    String message,
    Optional<String> failingSli,
    Figures sli,
    Figures calibration,
    Figures rejections,
    long requestsToVerdict,
    double rejectionRate,
    double offlineEce,
    long requests,
    long failedRequests,
    Map<String, Long> failures,
    boolean held,
    double seconds) {

  /** Figures of one SLI in the revision's status. */
  @JsonInclude(Include.NON_ABSENT)
  public record Figures(
      String name,
      String verdict,
      long samples,
      OptionalDouble estimate,
      OptionalDouble lower,
      OptionalDouble upper) {

    /** Reads them from a revision; an SLI without figures is an error. */
    public static Figures of(RevisionView revision, String name) {
      return revision
          .sli(name)
          .map(Figures::of)
          .orElseThrow(() ->
              new IllegalStateException(
                  "ModelRevision %s has no figures of the SLI '%s': %s"
                      .formatted(revision.name(), name, revision.attempt())));
    }

    private static Figures of(SliView sli) {
      return new Figures(
          sli.name(), sli.verdict(), sli.samples(), sli.estimate(), sli.lower(), sli.upper());
    }

    /** Whether the bounds are there and hold this value. */
    public boolean contains(double value) {
      return lower.isPresent()
          && upper.isPresent()
          && lower.getAsDouble() <= value
          && value <= upper.getAsDouble();
    }
  }
}
