package dev.regularizer.core.effect;

import dev.regularizer.core.spec.TrialPolicy;
import java.time.Instant;
import java.util.List;

/** Something to be looked up outside a pass; the answer is an observation of a later pass. */
public sealed interface Request {

  /**
   * Raw samples of the windows between two instants.
   *
   * @param revisions whose pods to read, candidate first
   * @param cursor end of the last counted window
   * @param end end of the last window wanted; a closed one
   * @param readBack read one hour back, because a target was unknown before the window
   */
  record Samples(
      String revision,
      int attempt,
      List<String> revisions,
      TrialPolicy policy,
      Instant cursor,
      Instant end,
      boolean readBack)
      implements Request {
    public Samples {
      revisions = List.copyOf(revisions);
    }
  }

  /** A server-side dry run of the spec's Deployment and Pod. */
  record CheckTemplate(String sha256, String revision) implements Request {}
}
