package dev.regularizer.testkit.history;

import java.time.Duration;
import java.util.Optional;

/**
 * S5 and S10 for traffic: a candidate's weight is the one that was recorded as intent before, 0, or
 * 100 once it is promoted or stable is gone; steps follow the plan.
 */
final class PlannedWeights implements Invariant {
  private static final String ID = "S5";
  private static final long ALL = 100;

  private final Readiness readiness;

  PlannedWeights(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    change
        .routed()
        .ifPresent(route ->
            before
                .modelOf(change.key(), change.now())
                .ifPresent(model -> routed(change, before, model, route, findings)));
    if (change.byOperator() && change.write().status()) {
      change.revisionNow().ifPresent(now -> stepped(change, before, now, findings));
    }
  }

  private void routed(Change change, World before, Model model, Route route, Findings findings) {
    route
        .weights()
        .forEach((name, weight) -> {
          if (weight == 0) {
            return;
          }
          var attempt = before.revision(model, name).flatMap(Revision::attempt);
          if (name.equals(model.candidate())) {
            if (!allowed(change, model, name, attempt, weight)) {
              findings.add(
                  intended(model, attempt, weight) ? ID : "S10",
                  change.write(),
                  "%s gets %d %%; its attempt says %s".formatted(name, weight, said(attempt)));
            }
          } else if (name.equals(model.previous())) {
            var failed =
                before
                    .revision(model, model.stable())
                    .flatMap(Revision::attempt)
                    .filter(bad -> bad.ended() && !bad.madeStable());
            findings.unless(
                failed.isPresent() && weight == ALL,
                ID,
                change,
                "%s, which was stable before, gets %d %% while %s did not fail"
                    .formatted(name, weight, model.stable()));
          }
        });
  }

  private boolean allowed(
      Change change, Model model, String name, Optional<Attempt> attempt, long weight) {
    var step = attempt.flatMap(Attempt::step).map(one -> one.number("weight")).orElse(0L);
    var running = attempt.filter(one -> !one.ended()).isPresent();
    if (running && step == weight) {
      return true;
    }
    var stableIsDead =
        readiness.knows(change.key(), model.stable())
            && readiness.fewest(change.key(), model.stable(), change.write().at()) == 0
            && readiness.most(change.key(), name, change.write().at()) > 0;
    return weight == ALL && (attempt.filter(Attempt::madeStable).isPresent() || stableIsDead);
  }

  /** Whether the attempt recorded anything from which this weight could have come too early. */
  private static boolean intended(Model model, Optional<Attempt> attempt, long weight) {
    return attempt.filter(one -> !one.ended()).isPresent()
        && model.steps().stream().noneMatch(step -> step.number("weight") == weight);
  }

  private static String said(Optional<Attempt> attempt) {
    return attempt
        .map(one ->
            one.ended()
                ? one.outcome()
                : one.step()
                    .map(step -> "step " + step.number("number") + ", " + step.number("weight"))
                    .orElse("no step"))
        .orElse("nothing");
  }

  private void stepped(Change change, World before, Revision now, Findings findings) {
    var attempt = now.attempt().orElse(null);
    var model = before.model(change.key().sibling(Model.RESOURCE, now.model())).orElse(null);
    if (attempt == null || attempt.steps().isEmpty() || model == null || model.steps().isEmpty()) {
      return;
    }
    var was =
        change
            .revisionWas()
            .flatMap(Revision::attempt)
            .filter(one -> one.number() == attempt.number());
    var steps = attempt.steps();
    var more = steps.size() - was.map(one -> one.steps().size()).orElse(0);
    if (more <= 0) {
      return;
    }
    findings.unless(more == 1, ID, change, more + " steps begin in one write");
    var weight = steps.getLast().number("weight");
    var left = steps.size() < 2 ? 0 : steps.get(steps.size() - 2).number("weight");
    var planned = model.weightAfter(left).orElse(-1L);
    findings.unless(
        weight == planned,
        ID,
        change,
        "step to %d %% after %d %%, planned is %d %%".formatted(weight, left, planned));
    if (steps.size() > 1 && !model.commanded("skip", now)) {
      var last = steps.get(steps.size() - 2);
      findings.unless(
          attempt.spent(last).compareTo(duration(model, last)) >= 0,
          ID,
          change,
          "step at %d %% left after %s of %s and no skip was commanded"
              .formatted(left, attempt.spent(last), duration(model, last)));
    }
  }

  /** Planned time at a step's weight; an edit of the plan applies at once. */
  static Duration duration(Model model, Tree step) {
    return model.steps().stream()
        .filter(planned -> planned.number("weight") == step.number("weight"))
        .map(planned -> planned.duration("duration"))
        .findFirst()
        .orElse(step.duration("duration"));
  }
}
