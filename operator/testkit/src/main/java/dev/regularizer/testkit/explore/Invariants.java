package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Effect;

/**
 * The safety invariants of the design, on every write that is committed. Each compares what is
 * stored before and after with what the pass had read; the decision's own opinion does not count.
 */
final class Invariants {
  /** Ticks a revision without traffic keeps its pods. */
  private static final int DRAIN = 1;

  private static final int STATUS = 1;
  private static final int ROUTE = 2;

  private Invariants() {}

  /**
   * Checks a write.
   *
   * @param deposed whether a deposed leader made it
   */
  static void check(World before, World after, Busy busy, Write write, boolean deposed) {
    if (deposed && fenced(before.claimed(), write)) {
      throw new Violation("S11", "a deposed leader's write was accepted: " + write.text());
    }
    switch (write) {
      case Write.OfStatus _ -> PointerRules.check(before, after, busy);
      case Write.OfRevision(var revision, var _) ->
          AttemptRules.check(before, after, busy, revision);
      case Write.OfEffect(Effect.ApplyRoute _) -> RouteRules.check(before, after, busy);
      case Write.OfEffect(Effect.ApplyWorkload(var name, var replicas)) ->
          size(before, Wish.index(name), replicas);
      case Write.OfEffect(Effect.ScaleDown(var name)) -> gone(before, busy, Wish.index(name));
      case Write.OfEffect(Effect.Prune(var name)) -> gone(before, busy, Wish.index(name));
      case Write.OfPruned(var revision) -> gone(before, busy, revision);
      case Write.OfEffect(Effect.ApplyStableService(var name)) ->
          RouteRules.service(before, busy, Wish.index(name));
      case Write.OfEffect _, Write.OfOutcome _ -> {}
    }
  }

  /** What a write of the new leader claims: the model's status 1, the route 2. */
  static int claims(Write write) {
    return switch (write) {
      case Write.OfStatus _ -> STATUS;
      case Write.OfEffect(Effect.ApplyRoute _) -> ROUTE;
      case Write.OfEffect _, Write.OfRevision _, Write.OfOutcome _, Write.OfPruned _ -> 0;
    };
  }

  /** S11: nothing decisive once both are claimed, and neither of them once it is. */
  private static boolean fenced(int claimed, Write write) {
    boolean decisive =
        switch (write) {
          case Write.OfStatus _, Write.OfRevision _, Write.OfPruned _ -> true;
          case Write.OfEffect(var effect) ->
              !(effect instanceof Effect.ApplyWorkload || effect instanceof Effect.CreateRevision);
          case Write.OfOutcome _ -> false;
        };
    return decisive && (claimed == (STATUS | ROUTE) || (claims(write) & claimed) != 0);
  }

  /** S9: what serves keeps its size. */
  private static void size(World before, int revision, int replicas) {
    if (revision == before.cluster().stable() && replicas < Wish.REPLICAS) {
      throw new Violation("S9", Wish.version(revision) + " serves and is scaled to " + replicas);
    }
  }

  /** S3, S9: pods go away only where no traffic goes, and not at once. */
  private static void gone(World before, Busy busy, int revision) {
    var name = Wish.version(revision);
    if (revision == before.cluster().stable()) {
      throw new Violation("S9", name + " serves and its pods or objects are taken away");
    }
    boolean dead = busy.seen().ready(revision) == 0;
    if (before.cluster().weight(revision) > 0 && !dead) {
      throw new Violation(
          "S3", name + " loses its pods at weight " + before.cluster().weight(revision));
    }
    var until = before.witness(revision).trafficUntil();
    var deployment = before.cluster().deployments().get(revision);
    if (until >= 0
        && before.tick() - until < DRAIN
        && !dead
        && deployment != null
        && deployment.replicas() > 0) {
      throw new Violation(
          "S3", name + " had traffic " + (before.tick() - until) + " ticks ago, drain is " + DRAIN);
    }
  }
}
