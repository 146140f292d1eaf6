package dev.regularizer.testkit.explore;

import dev.regularizer.core.command.Command;
import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.command.Verb;
import dev.regularizer.core.state.Attempt;
import org.jspecify.annotations.Nullable;

/** One request of a pass that is being carried out, and what becomes of it. */
final class Carrying {
  private Carrying() {}

  /** The request is made and answered. */
  static World write(World world) {
    var busy = world.operator().busy();
    if (busy == null) {
      throw new IllegalStateException("no pass");
    }
    var cached = world.operator().view(world.cluster());
    var answer = ApiServer.send(world.cluster(), cached, busy, world.tick());
    var after = committed(world, busy, answer, false);
    if (answer.known() == null) {
      return after.with(after.operator().with((Busy) null));
    }
    var operator = after.operator();
    if (answer.kind() != null) {
      operator = operator.wrote(answer.kind(), after.cluster());
    }
    return after.with(going(after, operator, answer.known()));
  }

  private static Operator going(World world, Operator operator, Busy busy) {
    return busy.rest().isEmpty()
        ? operator.with(Pass.ask(world, operator.mailbox(), busy.decision())).with((Busy) null)
        : operator.with(busy);
  }

  /** The request is carried out but nobody hears of it: the pass is thrown away. */
  static World lost(World world) {
    var busy = world.operator().busy();
    if (busy == null) {
      throw new IllegalStateException("no pass");
    }
    var cached = world.operator().view(world.cluster());
    var answer = ApiServer.send(world.cluster(), cached, busy, world.tick());
    var after = committed(world, busy, answer, false);
    return after.with(after.operator().with((Busy) null));
  }

  /** A deposed leader goes on with what it had begun; its watches work again. */
  static World deposed(World world) {
    var busy = world.deposed();
    if (busy == null) {
      throw new IllegalStateException("no deposed pass");
    }
    var answer = ApiServer.send(world.cluster(), world.cluster(), busy, world.tick());
    var after = committed(world, busy, answer, true);
    var known = answer.known();
    return after.deposed(known == null || known.rest().isEmpty() ? null : known);
  }

  private static World committed(World world, Busy busy, ApiServer.Answer answer, boolean deposed) {
    if (answer.kind() == null) {
      return world;
    }
    var write = busy.next();
    var after = witnessed(world.with(answer.cluster()), busy, write);
    Invariants.check(world, after, busy, write, deposed);
    return deposed || world.deposed() == null ? after : after.claim(Invariants.claims(write));
  }

  private static World witnessed(World after, Busy busy, Write write) {
    if (write instanceof Write.OfStatus(var status)) {
      return retried(after, status.pointers().command());
    }
    if (!(write instanceof Write.OfRevision(var revision, var state))) {
      return after;
    }
    var attempt = state.attempt().orElse(null);
    return attempt == null
        ? after
        : after.with(
            after.witnesses().with(revision, seen(after.witness(revision), attempt, busy.used())));
  }

  /** A command that asks for another attempt lets a revision go. */
  private static World retried(World after, @Nullable CommandRecord answered) {
    if (answered == null
        || answered.result() != CommandResult.DONE
        || !(Command.parse(answered.value()) instanceof Command.Parsed.Valid(var command))
        || command.verb() != Verb.RETRY) {
      return after;
    }
    for (int i = 0; i < Wish.REVISIONS; i++) {
      if (Wish.digest(i).suffix().equals(command.token().hash())
          && after.witness(i).stuck() == command.token().attempt()) {
        return after.with(after.witnesses().with(i, after.witness(i).stuckIn(0)));
      }
    }
    return after;
  }

  private static Witness seen(Witness before, Attempt attempt, @Nullable Quality used) {
    var next = before;
    if (used == Quality.GOOD || used == Quality.FEW) {
      next = next.proven(attempt.number());
    }
    if (used == Quality.BAD || used == Quality.COMMON) {
      next = next.harmed(attempt.number());
    }
    var ending = attempt.ending();
    return ending != null && ending.outcome().sticks() ? next.stuckIn(attempt.number()) : next;
  }
}
