package dev.regularizer.testkit.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The operator's process: its caches, its mailbox, and the pass it is in.
 *
 * @param frozen kinds whose watch delivers nothing, a bit each
 * @param watched what the frozen caches hold
 * @param known the same with the operator's own writes, which it remembers for a moment
 * @param busy null between passes
 */
record Operator(int frozen, Cluster watched, Cluster known, Mailbox mailbox, @Nullable Busy busy) {

  static Operator started(Cluster cluster) {
    return new Operator(0, cluster, cluster, Mailbox.EMPTY, null);
  }

  /** What a pass would see. */
  Cluster view(Cluster cluster) {
    if (frozen == 0) {
      return cluster;
    }
    var view = cluster;
    for (var kind : Kind.values()) {
      if (holds(kind)) {
        view = view.with(kind, known);
      }
    }
    return view;
  }

  boolean holds(Kind kind) {
    return (frozen & kind.bit()) != 0;
  }

  Operator freeze(Kind kind, Cluster now) {
    return new Operator(
        frozen | kind.bit(), watched.with(kind, now), known.with(kind, now), mailbox, busy);
  }

  Operator thaw(Kind kind) {
    return new Operator(frozen & ~kind.bit(), watched, known, mailbox, busy);
  }

  Operator with(Mailbox next) {
    return new Operator(frozen, watched, known, next, busy);
  }

  Operator with(@Nullable Busy next) {
    return new Operator(frozen, watched, known, mailbox, next);
  }

  /** The operator remembers what it wrote itself. */
  Operator wrote(Kind kind, Cluster own) {
    return holds(kind) ? new Operator(frozen, watched, known.with(kind, own), mailbox, busy) : this;
  }

  /** Own writes are remembered for a moment only. */
  Operator later() {
    return frozen == 0 ? this : new Operator(frozen, watched, watched, mailbox, busy);
  }

  /** A new process; the API server it lists from may still be behind. */
  Operator restarted() {
    return new Operator(frozen, watched, watched, Mailbox.EMPTY, null);
  }

  Mix onto(Mix mix, Cluster now, int tick) {
    var next = mix.with(frozen).with(mailbox, tick);
    for (var kind : Kind.values()) {
      if (holds(kind)) {
        next =
            next.with(one(kind, known, tick))
                .with(one(kind, watched, tick))
                .with(Arrays.equals(known.versions(kind), now.versions(kind)));
      }
    }
    return busy == null ? next : busy.onto(next, now, tick);
  }

  private static long one(Kind kind, Cluster cluster, int tick) {
    return switch (kind) {
      case MODEL -> cluster.model().fingerprint(tick);
      case REVISIONS -> cluster.revisions().onto(Mix.START, tick).value();
      case DEPLOYMENTS -> cluster.deployments().onto(Mix.START, tick).value();
      case ROUTE -> Mix.START.with(cluster.route(), tick).value();
      case SERVICE -> Mix.START.with(cluster.service(), tick).value();
    };
  }
}
