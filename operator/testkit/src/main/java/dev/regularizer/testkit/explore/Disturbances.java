package dev.regularizer.testkit.explore;

import dev.regularizer.core.command.Verb;
import dev.regularizer.core.spec.OnInconclusive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What people, the network and the machines may do to it at any moment. */
final class Disturbances {
  private static final int TOO_OFTEN = 4;

  private Disturbances() {}

  /** Everything that may disturb a state. */
  static List<Move> of(World world) {
    var all = new ArrayList<Move>();
    edits(world, all);
    commands(world, all);
    pods(world, all);
    process(world, all);
    if (world.operator().busy() == null) {
      around(world, all);
    }
    return all;
  }

  private static void edits(World world, List<Move> all) {
    var wish = world.cluster().model().wish();
    for (int i = 0; i < Wish.REVISIONS; i++) {
      if (i != wish.revision()) {
        edit(all, "the spec asks for " + Wish.version(i), wish.revision(i));
      }
    }
    edit(all, wish.paused() ? "resumed" : "paused", wish.paused(!wish.paused()));
    edit(all, wish.longer() ? "a shorter plan" : "a longer plan", wish.longer(!wish.longer()));
    edit(
        all,
        wish.asking() ? "no approvals are asked for" : "approvals are asked for",
        wish.asking(!wish.asking()));
    edit(all, "another policy", wish.strict(!wish.strict()));
    for (var next : OnInconclusive.values()) {
      if (next != wish.onInconclusive()) {
        edit(all, "onInconclusive " + next, wish.onInconclusive(next));
      }
    }
    add(
        all,
        "the status is lost",
        it ->
            it.with(it.cluster().with(it.cluster().model().withStatus(it.cluster().next(), null))));
    for (int i = 0; i < Wish.REVISIONS; i++) {
      int revision = i;
      if (world.cluster().revisions().get(i) != null) {
        add(
            all,
            "somebody deletes ModelRevision " + Wish.version(i),
            it ->
                it.with(it.cluster().with(revision, (StoredRevision) null))
                    .with(it.witnesses().with(revision, it.witness(revision).forgotten())));
      }
    }
  }

  private static void edit(List<Move> all, String text, Wish wish) {
    add(
        all,
        text,
        it -> it.with(it.cluster().with(it.cluster().model().edited(it.cluster().next(), wish))));
  }

  private static void commands(World world, List<Move> all) {
    var status = world.cluster().model().status();
    var token = status == null ? "" : status.token();
    if (!token.isEmpty()) {
      for (var verb : Verb.values()) {
        command(all, verb.word() + " " + token);
      }
    }
    command(all, "abort " + Wish.digest(1).suffix() + ".9.0");
    if (world.cluster().model().command() != null) {
      command(all, null);
    }
  }

  private static void command(List<Move> all, @Nullable String text) {
    add(
        all,
        text == null ? "the command is taken back" : "command " + text,
        it ->
            it.with(it.cluster().with(it.cluster().model().commanded(it.cluster().next(), text))));
  }

  private static void pods(World world, List<Move> all) {
    for (int i = 0; i < Wish.REVISIONS; i++) {
      var name = Wish.version(i);
      int revision = i;
      var there = world.cluster().deployments().get(i);
      if (there == null || there.replicas() == 0) {
        continue;
      }
      long next = world.cluster().next();
      var trouble = Trouble.broken(i);
      changed(all, "a pod of " + name + " dies", revision, there.died(next));
      changed(
          all, "a container of " + name + " restarts", revision, there.restarted(next, TOO_OFTEN));
      add(
          all,
          world.around().has(trouble)
              ? name + " works again"
              : "no pod of " + name + " is ready any more",
          it ->
              it.with(it.around().toggled(trouble))
                  .with(
                      it.around().has(trouble)
                          ? it.cluster()
                          : it.cluster().with(revision, there.down(next))));
    }
  }

  private static void changed(
      List<Move> all, String text, int revision, @Nullable StoredDeployment changed) {
    if (changed != null) {
      add(all, text, it -> it.with(it.cluster().with(revision, changed)));
    }
  }

  private static void process(World world, List<Move> all) {
    add(all, "the operator is killed", it -> it.with(it.operator().restarted()));
    var busy = world.operator().busy();
    if (busy != null) {
      add(all, "the answer is lost", Carrying::lost);
      add(all, "the request fails", it -> it.with(it.operator().with((Busy) null)));
      if (world.deposed() == null) {
        add(
            all,
            "another operator leads",
            it -> it.deposed(busy).with(Operator.started(it.cluster())));
      }
    }
    for (var kind : Kind.values()) {
      if (!world.operator().holds(kind)) {
        add(
            all,
            "the watch of " + kind + " stops",
            it -> it.with(it.operator().freeze(kind, it.cluster())));
      }
    }
  }

  private static void around(World world, List<Move> all) {
    for (var quality : Quality.values()) {
      if (quality != world.around().quality()) {
        add(all, "samples are " + quality, it -> it.with(it.around().answering(quality)));
      }
    }
    for (var trouble : Trouble.values()) {
      if (trouble.compareTo(Trouble.BROKEN_A) < 0) {
        add(all, trouble + " changes", it -> it.with(it.around().toggled(trouble)));
      }
    }
  }

  private static void add(List<Move> all, String text, UnaryOperator<World> to) {
    all.add(new Move(text, it -> to.apply(it).disturbed()));
  }
}
