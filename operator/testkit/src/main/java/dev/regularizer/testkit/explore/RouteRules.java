package dev.regularizer.testkit.explore;

import dev.regularizer.core.state.Attempt;
import java.util.HashSet;
import java.util.Set;

/** What a version of the route may say: S2, S3, S4, S5, S8, S10. */
final class RouteRules {
  private static final int ALL = 100;

  private RouteRules() {}

  static void check(World before, World after, Busy busy) {
    var route = after.cluster().route();
    if (route == null) {
      return;
    }
    var weights = route.weights();
    if (weights.values().stream().mapToInt(one -> one).sum() != ALL
        || weights.values().stream().anyMatch(one -> one < 0 || one > ALL)) {
      throw new Violation("S2", "weights " + weights);
    }
    for (var name : weights.keySet()) {
      if (!pointed(after).contains(name) && !pointed(busy).contains(name)) {
        throw new Violation("S2", Wish.version(Wish.index(name)) + " is nobody's pointer");
      }
    }
    for (int i = 0; i < Wish.REVISIONS; i++) {
      if (route.weight(i) > before.cluster().weight(i)) {
        raised(after, busy, i, route.weight(i));
      }
    }
  }

  private static void raised(World after, Busy busy, int revision, int weight) {
    var name = Wish.version(revision);
    if (after.witness(revision).stuck() > 0) {
      throw new Violation("S8", name + " gets " + weight + " after an outcome that sticks");
    }
    int ready = busy.seen().ready(revision);
    if (ready == 0 && othersReady(busy, revision)) {
      throw new Violation(
          "S3", name + " gets " + weight + " without a ready pod while another revision has one");
    }
    if (revision != after.cluster().stable() && isCandidate(after, revision)) {
      candidate(after, busy, revision, weight, ready);
    }
  }

  private static void candidate(World after, Busy busy, int revision, int weight, int ready) {
    var name = Wish.version(revision);
    int needed = Math.max(1, Math.ceilDiv(weight * Wish.REPLICAS, ALL));
    if (ready < needed) {
      throw new Violation(
          "S4", name + " gets " + weight + " with " + ready + " of " + needed + " pods ready");
    }
    var stored = after.cluster().revisions().get(revision);
    var known = stored == null ? busy.seen().revisions().get(revision) : stored;
    var attempt = known == null ? null : known.record().state().attempt().orElse(null);
    if (attempt == null) {
      throw new Violation("S10", name + " gets " + weight + " without any stored intent");
    }
    boolean made = attempt.madeStable() && weight == ALL;
    boolean step =
        !attempt.ended() && attempt.step().filter(one -> one.weight() == weight).isPresent();
    if (!made && !step) {
      throw new Violation("S5", name + " gets " + weight + ", stored intent: " + intent(attempt));
    }
  }

  /** The Service leads to what serves or is about to. */
  static void service(World before, Busy busy, int revision) {
    if (revision != before.cluster().stable() && busy.seen().ready(revision) == 0) {
      throw new Violation(
          "S3", "the Service leads to " + Wish.version(revision) + ", which has no ready pod");
    }
  }

  private static boolean othersReady(Busy busy, int revision) {
    for (int i = 0; i < Wish.REVISIONS; i++) {
      if (i != revision && busy.seen().ready(i) > 0 && pointed(busy).contains(Wish.name(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCandidate(World world, int revision) {
    var status = world.cluster().model().status();
    var pointer = status == null ? null : status.pointers().candidate();
    return pointer != null && pointer.revision().equals(Wish.name(revision));
  }

  private static Set<String> pointed(World world) {
    return pointed(world.cluster());
  }

  private static Set<String> pointed(Busy busy) {
    return pointed(busy.seen());
  }

  private static Set<String> pointed(Cluster cluster) {
    var names = new HashSet<String>();
    var status = cluster.model().status();
    if (status == null) {
      cluster.records().forEach(one -> names.add(one.name()));
      return names;
    }
    var pointers = status.pointers();
    if (pointers.stable() != null) {
      names.add(pointers.stable().revision());
    }
    if (pointers.candidate() != null) {
      names.add(pointers.candidate().revision());
    }
    if (pointers.previous() != null) {
      names.add(pointers.previous().revision());
    }
    return names;
  }

  private static String intent(Attempt attempt) {
    return "attempt "
        + attempt.number()
        + attempt.step().map(one -> " weight " + one.weight()).orElse(" no step")
        + (attempt.ending() == null ? "" : " " + attempt.ending().outcome());
  }
}
