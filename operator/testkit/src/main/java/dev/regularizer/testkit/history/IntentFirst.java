package dev.regularizer.testkit.history;

/**
 * S10 for workloads and Services: what the operator makes, takes away or leads users to was
 * recorded in a status before. Traffic is checked with the plan in {@link PlannedWeights}.
 */
final class IntentFirst implements Invariant {
  private static final String ID = "S10";
  private static final String SERVICES = "services";

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !change.write().subresource().isEmpty()) {
      return;
    }
    var model = before.modelOf(change.key(), change.known()).orElse(null);
    if (model == null || model.deleting() || model.status().json().isEmpty()) {
      return;
    }
    if (change.of(SERVICES) && !change.known().has("metadata", "labels", World.REVISION_LABEL)) {
      led(change, before, model, findings);
    } else if (change.of(World.DEPLOYMENTS) || change.of(SERVICES) || change.of("configmaps")) {
      made(change, before, model, findings);
    }
  }

  private static void made(Change change, World before, Model model, Findings findings) {
    var name = change.key().name();
    if (!change.known().has("metadata", "labels", World.REVISION_LABEL)) {
      return;
    }
    var attempt = before.revision(model, name).flatMap(Revision::attempt);
    if (change.write().verb() == WriteVerb.CREATE) {
      findings.unless(
          model.live().contains(name) && attempt.isPresent(),
          ID,
          change,
          "%s is made, but the status points at %s and its attempt is %s"
              .formatted(name, model.live(), attempt.isPresent() ? "recorded" : "not recorded"));
    }
    var away =
        change.write().deletes()
            || (change.shrinks() && change.now().number("spec", "replicas") == 0);
    var over = attempt.filter(one -> one.ended() && !one.madeStable()).isPresent();
    if (away) {
      findings.unless(
          !model.live().contains(name) || (over && name.equals(model.candidate())),
          ID,
          change,
          name + " is taken away while the status points at it");
    }
  }

  private static void led(Change change, World before, Model model, Findings findings) {
    var suffix = change.now().text("spec", "selector", World.REVISION_LABEL);
    if (suffix.isEmpty()
        || suffix.equals(change.was().text("spec", "selector", World.REVISION_LABEL))) {
      return;
    }
    var name = model.key().name() + "-" + suffix;
    var promoted =
        before.revision(model, name).flatMap(Revision::attempt).filter(Attempt::madeStable);
    var failed =
        before
            .revision(model, model.stable())
            .flatMap(Revision::attempt)
            .filter(one -> one.ended() && !one.madeStable());
    findings.unless(
        name.equals(model.stable())
            || (name.equals(model.candidate()) && promoted.isPresent())
            || (name.equals(model.previous()) && failed.isPresent()),
        ID,
        change,
        "the Service leads to " + name + ", which no status says is to serve");
  }
}
