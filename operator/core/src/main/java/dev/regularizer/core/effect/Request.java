package dev.regularizer.core.effect;

import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.history.HistoryPlan;
import dev.regularizer.core.history.HistoryReading;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /**
   * What stable counted before an attempt, window by window.
   *
   * @param revision candidate the attempt is of
   * @param stable revision whose pods to read
   * @param podStarts as in {@link CountingContext}
   * @param restarted as in {@link CountingContext}
   */
  record History(
      String revision,
      int attempt,
      String stable,
      TrialPolicy policy,
      HistoryPlan plan,
      Map<String, Instant> podStarts,
      Set<String> restarted)
      implements Request {
    public History {
      podStarts = Map.copyOf(podStarts);
      restarted = Set.copyOf(restarted);
    }

    /** How it is read, so far without anything that cannot be used. */
    public HistoryReading reading(Duration scrapeInterval) {
      return new HistoryReading(plan.end(), scrapeInterval, List.of(), podStarts, restarted);
    }

    /** The samples of one piece of it. */
    public Samples samples(HistoryPlan.Chunk piece) {
      return new Samples(
          revision, attempt, List.of(stable), policy, piece.from(), piece.end(), false);
    }
  }

  /** A server-side dry run of the spec's Deployment and Pod. */
  record CheckTemplate(String sha256, String revision) implements Request {}
}
