package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.Route;
import dev.regularizer.core.rollout.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What goes on by itself: passes, the cluster, Prometheus, time. */
final class Moves {
  private final Pass pass = new Pass();
  private final Consumer<Decision> decided;

  /**
   * Moves.
   *
   * @param decided told every decision that is made
   */
  Moves(Consumer<Decision> decided) {
    this.decided = decided;
  }

  /** Everything that may happen next without a disturbance. */
  List<Move> of(World world) {
    var all = new ArrayList<Move>();
    if (world.deposed() != null) {
      all.add(new Move("deposed: " + world.deposed().next().text(), Carrying::deposed));
      all.add(new Move("the deposed leader ends", it -> it.deposed(null)));
    }
    var busy = world.operator().busy();
    if (busy != null) {
      all.add(new Move("write", Carrying::write));
      return all;
    }
    all.add(new Move("pass", this::pass));
    if (world.operator().mailbox().waits()) {
      all.add(new Move("Prometheus answers " + world.around().quality(), Moves::answer));
    }
    cluster(world, all);
    for (var kind : Kind.values()) {
      if (world.operator().holds(kind)) {
        all.add(
            new Move(
                "the watch of " + kind + " catches up", it -> it.with(it.operator().thaw(kind))));
      }
    }
    all.add(new Move("a tick", World::later));
    return all;
  }

  private World pass(World world) {
    var begun = pass.begin(world);
    decided.accept(begun.decision());
    return begun.world();
  }

  private static World answer(World world) {
    var operator = world.operator();
    return world.with(
        operator.with(
            operator.mailbox().answered(world.cluster(), world.tick(), world.around().quality())));
  }

  private static void cluster(World world, List<Move> all) {
    for (int i = 0; i < Wish.REVISIONS; i++) {
      int revision = i;
      var deployment = world.cluster().deployments().get(i);
      if (deployment == null || world.around().has(Trouble.broken(i))) {
        continue;
      }
      var readier = deployment.readier(world.cluster().next());
      if (readier != null) {
        all.add(
            new Move(
                "a pod of " + Wish.version(i) + " is ready",
                it -> it.with(it.cluster().with(revision, readier))));
      }
    }
    var route = world.cluster().route();
    var answer =
        world.around().has(Trouble.GATEWAY_REFUSES)
            ? Route.Acceptance.REFUSED
            : Route.Acceptance.ACCEPTED;
    if (route != null && route.acceptance() != answer) {
      all.add(
          new Move(
              "the gateway says " + answer,
              it -> it.with(it.cluster().with(route.answered(it.cluster().next(), answer)))));
    }
  }
}
