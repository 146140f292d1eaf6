package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.rollout.Rollouts;
import dev.regularizer.core.state.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins a pass: observe, decide, and line up what is to be written, as the controller does. */
final class Pass {
  private static final String REFUSAL = "spec.containers: at least one is required";

  private final Rollouts rollouts = new Rollouts();

  /** A decision and the state in which it is about to be carried out. */
  record Begun(World world, Decision decision) {}

  Begun begin(World world) {
    var operator = world.operator();
    var view = operator.view(world.cluster());
    var mailbox = operator.mailbox();
    var decision = rollouts.decide(observations(world, view), Ticks.at(world.tick()));
    var rest = writes(view, decision);
    var next = operator.with(mailbox.taken());
    return new Begun(
        rest.isEmpty()
            ? world.with(next.with(ask(world, next.mailbox(), decision)))
            : world.with(
                next.with(
                    new Busy(
                        decision,
                        view,
                        rest,
                        counted(view, decision) ? mailbox.quality() : null,
                        false,
                        false))),
        decision);
  }

  /** Questions go out when everything is written. */
  static Mailbox ask(World world, Mailbox mailbox, Decision decision) {
    return mailbox.ask(
        decision.requests(), world.around().has(Trouble.TEMPLATE_REFUSED) ? REFUSAL : "");
  }

  /** Whether the decision counted the samples that were in the mailbox. */
  private static boolean counted(Cluster view, Decision decision) {
    var write = decision.revision();
    var stored = write == null ? null : view.revisions().get(Wish.index(write.name()));
    if (write == null || stored == null) {
      return false;
    }
    var before = stored.record().state().attempt().map(Attempt::looks);
    return !write.state().attempt().map(Attempt::looks).equals(before);
  }

  private static Observations observations(World world, Cluster view) {
    var around = world.around();
    var model = view.model();
    var service = view.service();
    var mailbox = world.operator().mailbox();
    return new Observations(
        model.wish().spec(model.generation()),
        model.deleting(),
        said(around, Trouble.SPEC_REFUSED, "spec.slis: found nothing"),
        said(around, Trouble.SLI_NOT_SERVED, "spec.slis[0]: the preset has no such series"),
        model.status(),
        view.records(),
        view.workloads(),
        view.observedRoute(),
        service == null ? null : service.serving(),
        mailbox.look(),
        around.has(Trouble.NO_CONNECTION) ? null : Prometheus.TIMING,
        mailbox.check(),
        mailbox.history(),
        said(around, Trouble.NAME_TAKEN, "Service ic, owned by nobody"),
        around.has(Trouble.HOST_TAKEN) ? "vision/older" : null,
        List.of(),
        model.command());
  }

  private static List<String> said(Surroundings around, Trouble trouble, String text) {
    return around.has(trouble) ? List.of(text) : List.of();
  }

  private static List<Write> writes(Cluster view, Decision decision) {
    var all = new ArrayList<Write>();
    var write = decision.revision();
    if (write != null) {
      int index = Wish.index(write.name());
      var stored = view.revisions().get(index);
      if (stored == null || !stored.record().state().equals(write.state())) {
        all.add(new Write.OfRevision(index, write.state()));
      }
      var outcome = write.state().outcome().orElse(null);
      if (outcome != null && !Objects.equals(outcome, annotated(stored))) {
        all.add(new Write.OfOutcome(index, outcome));
      }
    }
    if (decision.status() != null) {
      all.add(new Write.OfStatus(decision.status()));
    }
    for (var effect : decision.effects()) {
      if (!(effect instanceof Effect.Emit) && differs(view, effect)) {
        all.add(new Write.OfEffect(effect));
        if (effect instanceof Effect.Prune(var name)) {
          all.add(new Write.OfPruned(Wish.index(name)));
        }
      }
    }
    return all;
  }

  private static @Nullable Object annotated(@Nullable StoredRevision stored) {
    return stored == null ? null : stored.record().annotated();
  }

  /** Whether an effect would write anything by what the caches hold. */
  static boolean differs(Cluster view, Effect effect) {
    return switch (effect) {
      case Effect.CreateRevision _, Effect.Prune _ -> true;
      case Effect.ApplyWorkload(var name, var replicas) -> {
        var there = view.deployments().get(Wish.index(name));
        yield there == null || there.replicas() != replicas;
      }
      case Effect.ScaleDown(var name) -> {
        var there = view.deployments().get(Wish.index(name));
        yield there != null && there.replicas() > 0;
      }
      case Effect.ApplyRoute(var weights, var _) -> {
        var there = view.route();
        yield there == null || !there.weights().equals(weights);
      }
      case Effect.ApplyStableService(var name) -> {
        var there = view.service();
        yield there == null || !there.serving().equals(name);
      }
      case Effect.Emit _ -> false;
    };
  }
}
