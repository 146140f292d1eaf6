package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.RevisionRecord;
import org.jspecify.annotations.Nullable;

/**
 * One state: the cluster, the operator, what surrounds both, and what a bystander remembers.
 *
 * @param deposed a pass of a leader that was deposed in the middle of it and goes on; null for none
 * @param claimed what the new leader has written since: 1 the model's status, 2 the route
 * @param left disturbances that may still happen
 */
record World(
    int tick,
    Cluster cluster,
    Operator operator,
    @Nullable Busy deposed,
    int claimed,
    Surroundings around,
    Slots<Witness> witnesses,
    int left) {

  /** Nothing but a spec. */
  static World start(int disturbances) {
    var cluster = Cluster.empty(Wish.first());
    return new World(
        0,
        cluster,
        Operator.started(cluster),
        null,
        0,
        Surroundings.CALM,
        Slots.of(Wish.REVISIONS, i -> Witness.NONE),
        disturbances);
  }

  World with(Cluster next) {
    return new World(tick, next, operator, deposed, claimed, around, witnesses, left);
  }

  World with(Operator next) {
    return new World(tick, cluster, next, deposed, claimed, around, witnesses, left);
  }

  World with(Surroundings next) {
    return new World(tick, cluster, operator, deposed, claimed, next, witnesses, left);
  }

  World deposed(@Nullable Busy next) {
    return new World(
        tick, cluster, operator, next, next == null ? 0 : claimed, around, witnesses, left);
  }

  World claim(int more) {
    return new World(tick, cluster, operator, deposed, claimed | more, around, witnesses, left);
  }

  World with(Slots<Witness> next) {
    return new World(tick, cluster, operator, deposed, claimed, around, next, left);
  }

  World disturbed() {
    return new World(tick, cluster, operator, deposed, claimed, around, witnesses, left - 1);
  }

  /** A tick later; whoever has weight had it until then. */
  World later() {
    var next = witnesses;
    for (int i = 0; i < Wish.REVISIONS; i++) {
      if (cluster.weight(i) > 0) {
        next = next.with(i, witness(i).traffic(tick + 1));
      }
    }
    return new World(tick + 1, cluster, operator.later(), deposed, claimed, around, next, left);
  }

  Witness witness(int revision) {
    return Witness.of(witnesses.get(revision));
  }

  @Nullable RevisionRecord record(int revision) {
    var stored = cluster.revisions().get(revision);
    return stored == null ? null : stored.record();
  }

  long fingerprint() {
    var mix =
        operator
            .onto(Mix.START.with(cluster.fingerprint(tick)), cluster, tick)
            .with(around.troubles())
            .with(around.quality())
            .with(claimed)
            .with(left);
    mix = witnesses.onto(mix, tick);
    return deposed == null ? mix.value() : deposed.onto(mix, cluster, tick).value();
  }
}
