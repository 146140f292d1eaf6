package dev.regularizer.testkit.explore;

import dev.regularizer.core.rollout.Phase;
import java.util.List;
import java.util.function.Predicate;

/** A situation an exploration starts from, reached on the straight way. */
public enum Situation {
  /** A model that was just applied. */
  FRESH,
  /** One revision serves, and the spec asks for a second. */
  TRIAL,
  /** The second serves and bakes. */
  BAKE,
  /** The second serves, and the spec asks for the first again. */
  FORMER;

  private static final int STEPS = 2_000;

  World world(int disturbances) {
    var fresh = World.start(disturbances);
    return switch (this) {
      case FRESH -> fresh;
      case TRIAL -> asking(serving(fresh, Phase.UP_TO_DATE), 1);
      case BAKE -> serving(TRIAL.world(disturbances), Phase.BAKING);
      case FORMER -> asking(serving(TRIAL.world(disturbances), Phase.UP_TO_DATE), 0);
    };
  }

  private static World asking(World world, int revision) {
    var cluster = world.cluster();
    return world.with(
        cluster.with(
            cluster.model().edited(cluster.next(), cluster.model().wish().revision(revision))));
  }

  /** Goes on until the spec's revision serves and is shown so. */
  private static World serving(World world, Phase phase) {
    return until(
        world,
        it -> {
          var status = it.cluster().model().status();
          return it.operator().busy() == null
              && it.cluster().stable() == it.cluster().model().wish().revision()
              && status != null
              && status.phase() == phase;
        });
  }

  private static World until(World world, Predicate<World> reached) {
    var moves = new Moves(_ -> {});
    var now = world;
    for (int i = 0; i < STEPS; i++) {
      if (reached.test(now)) {
        return now;
      }
      now = straight(now, moves.of(now));
    }
    throw new AssertionError("never there: " + now.cluster().model());
  }

  /** Whatever changes something, the first one first; time passes when nothing else does. */
  private static World straight(World now, List<Move> all) {
    for (var move : all) {
      var next = move.to().apply(now);
      if (next.fingerprint() != now.fingerprint()) {
        return next;
      }
    }
    throw new AssertionError("nothing happens any more: " + now.cluster().model());
  }
}
