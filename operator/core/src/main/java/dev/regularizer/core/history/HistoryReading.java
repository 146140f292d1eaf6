package dev.regularizer.core.history;

import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How stable's history was read, as far as its counts depend on it. Together with the samples it
 * gives the same counts again.
 *
 * @param end of the last window
 * @param scrapeInterval of the connection at the time
 * @param unusable places of the pieces whose answer could not be used, from 0
 * @param podStarts as in {@link CountingContext}
 * @param restarted as in {@link CountingContext}
 */
public record HistoryReading(
    Instant end,
    Duration scrapeInterval,
    List<Integer> unusable,
    Map<String, Instant> podStarts,
    Set<String> restarted) {

  /** Starts that are kept at most. */
  public static final int PODS = 24;

  /** Copies the collections. */
  public HistoryReading {
    unusable = List.copyOf(unusable);
    podStarts = Map.copyOf(podStarts);
    restarted = Set.copyOf(restarted);
  }

  /** The same, with a piece that could not be used. */
  public HistoryReading without(int piece) {
    List<Integer> all = new ArrayList<>(unusable);
    all.add(piece);
    return new HistoryReading(end, scrapeInterval, all, podStarts, restarted);
  }

  /** Windows that were asked for. */
  public HistoryPlan plan(TrialPolicy policy) {
    return new HistoryPlan(end, policy.window());
  }

  /** When the first window that was asked for begins. */
  public Instant from(TrialPolicy policy) {
    return plan(policy).chunks().getFirst().from();
  }

  /** The samples of stable in the answer to one piece. */
  public ArmSamples arm(SampleMatrix piece, String namespace, String stable, TrialPolicy policy) {
    return ArmSamples.of(
        piece,
        ArmSelector.pods(namespace, stable),
        new CountingContext(scrapeInterval, policy.window(), podStarts, restarted, false));
  }

  /** Counts it from samples that reach over all pieces. */
  public HistoryCounts count(
      SampleMatrix samples, String namespace, String stable, TrialPolicy policy) {
    var seed = CountingContext.seed(scrapeInterval);
    var counts = HistoryCounts.start(policy);
    var pieces = plan(policy).chunks();
    for (int i = 0; i < pieces.size(); i++) {
      if (!unusable.contains(i)) {
        var piece = pieces.get(i);
        var answer =
            samples.between(piece.from().minus(seed).toEpochMilli(), piece.end().toEpochMilli());
        counts = counts.plus(policy, piece, arm(answer, namespace, stable, policy));
      }
    }
    return counts;
  }

  /** Only starts that the counts depend on: an earlier one says nothing that samples do not. */
  public HistoryReading concise(TrialPolicy policy) {
    var first = from(policy);
    var seed = CountingContext.seed(scrapeInterval);
    var kept = new TreeMap<String, Instant>();
    podStarts.forEach((pod, start) -> {
      var reach = restarted.contains(pod) ? CountingContext.READ_BACK : seed;
      if (start.isAfter(first.minus(reach))) {
        kept.put(pod, start);
      }
    });
    var again = new TreeSet<>(restarted);
    again.retainAll(kept.keySet());
    return new HistoryReading(end, scrapeInterval, unusable, kept, again);
  }
}
