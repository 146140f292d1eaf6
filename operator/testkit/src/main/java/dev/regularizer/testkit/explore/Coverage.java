package dev.regularizer.testkit.explore;

import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What occurred how often: phases, reasons, effects, requests, moves. */
public final class Coverage {
  private final Map<Phase, LongAdder> phases = new ConcurrentHashMap<>();
  private final Map<Reason, LongAdder> reasons = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> effects = new ConcurrentHashMap<>();
  private final LongAdder decisions = new LongAdder();

  void decided(Decision decision) {
    decisions.increment();
    count(phases, decision.phase());
    count(reasons, decision.reason());
    decision.effects().forEach(one -> count(effects, one.getClass().getSimpleName()));
    decision.requests().forEach(one -> count(effects, one.getClass().getSimpleName()));
  }

  /** Decisions made. */
  public long decisions() {
    return decisions.sum();
  }

  /** Phases by how many decisions had them. */
  public Map<Phase, Long> phases() {
    return sums(phases);
  }

  /** Reasons by how many decisions had them. */
  public Map<Reason, Long> reasons() {
    return sums(reasons);
  }

  /** Effects and requests by name. */
  public Map<String, Long> effects() {
    return sums(effects);
  }

  private static <K> void count(Map<K, LongAdder> counts, K key) {
    counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
  }

  private static <K extends Comparable<? super K>> Map<K, Long> sums(Map<K, LongAdder> counts) {
    var all = new TreeMap<K, Long>();
    counts.forEach((key, count) -> all.put(key, count.sum()));
    return all;
  }
}
