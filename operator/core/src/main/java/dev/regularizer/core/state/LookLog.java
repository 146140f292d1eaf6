package dev.regularizer.core.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the windows of an attempt were read, as far as the counts depend on it. Together with the
 * samples it gives the same counts again.
 *
 * @param runs looks in the order they were counted; at most {@value #RUNS}
 * @param pods late starts of processes, in the order they were seen; the last {@value #PODS}
 */
public record LookLog(List<LookRun> runs, List<PodStart> pods) {
  /** Runs kept: beyond it neighbours are remembered window by window. */
  public static final int RUNS = 96;

  /** Starts kept. */
  public static final int PODS = 48;

  /** Nothing was looked at. */
  public static final LookLog NONE = new LookLog(List.of(), List.of());

  public LookLog {
    runs = List.copyOf(runs);
    pods = List.copyOf(pods.subList(Math.max(0, pods.size() - PODS), pods.size()));
  }

  /**
   * Adds a look that was counted.
   *
   * @param look a run of one look
   * @param window length of a window
   * @param seen processes of both revisions at the time
   */
  public LookLog plus(LookRun look, Duration window, Collection<PodStart> seen) {
    return new LookLog(withRun(look, window), withPods(look, seen));
  }

  /** Processes whose start mattered to a look, by pod. */
  public Map<String, PodStart> podsAt(Instant cursor, Duration scrapeInterval) {
    var found = new TreeMap<String, PodStart>();
    for (var one : pods) {
      if (!one.from().isAfter(cursor)) {
        found.put(one.pod(), one);
      }
    }
    found.values().removeIf(one -> !one.matters(cursor, scrapeInterval));
    return found;
  }

  private List<LookRun> withRun(LookRun look, Duration window) {
    var all = new ArrayList<>(runs);
    if (all.isEmpty()) {
      return List.of(look);
    }
    var last = all.getLast();
    if (last.alike(look) && last.end(window).equals(look.from())) {
      all.set(all.size() - 1, last.longer(1));
      return all;
    }
    all.add(look);
    return all.size() <= RUNS ? all : regrouped(all, window);
  }

  /** Joins the first two neighbours that differ in nothing but how many windows a look read. */
  private static List<LookRun> regrouped(List<LookRun> all, Duration window) {
    for (int i = 0; i + 1 < all.size(); i++) {
      var one = all.get(i);
      var next = all.get(i + 1);
      if (one.sameKind(next) && one.end(window).equals(next.from())) {
        var joined = new ArrayList<>(all);
        joined.set(i, one.regroupedWith(next));
        joined.remove(i + 1);
        return joined;
      }
    }
    return all.subList(1, all.size());
  }

  private List<PodStart> withPods(LookRun look, Collection<PodStart> seen) {
    var now = new TreeMap<String, PodStart>();
    for (var one : seen) {
      if (one.matters(look.from(), look.scrapeInterval())) {
        now.put(one.pod(), one);
      }
    }
    var known = podsAt(look.from(), look.scrapeInterval());
    var all = new ArrayList<>(pods);
    known.values().stream()
        .filter(one -> !now.containsKey(one.pod()))
        .forEach(one -> all.add(one.gone(look.from())));
    for (var one : now.values()) {
      var before = known.get(one.pod());
      if (before == null || !one.sameAs(before)) {
        all.add(one);
      }
    }
    return all;
  }
}
