package dev.regularizer.testkit.history;

import java.util.Set;

/**
 * S11 and S12: whatever takes traffic or pods away is conditional on what was read, deletions name
 * the uid, and objects of somebody else stay as they are.
 */
final class Fenced implements Invariant {
  private static final Set<String> CHILDREN =
      Set.of(Revision.RESOURCE, Route.RESOURCE, World.DEPLOYMENTS, "services", "configmaps");

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !CHILDREN.contains(change.key().resource())) {
      return;
    }
    fenced(change, findings);
    if (change.write().deletes()) {
      var wanted = new Tree(change.write().request()).text("preconditions", "uid");
      var uid = change.was().text("metadata", "uid");
      findings.unless(
          !wanted.isEmpty() && (uid.isEmpty() || uid.equals(wanted)),
          "S12",
          change,
          "deleted with the uid \"%s\" as condition, it has \"%s\"".formatted(wanted, uid));
    }
    before
        .modelOf(change.key(), change.known())
        .filter(model -> !model.uid().isEmpty())
        .ifPresent(model -> owned(change, model, findings));
  }

  private static void fenced(Change change, Findings findings) {
    var existing = !change.was().json().isEmpty() && change.write().subresource().isEmpty();
    var dangerous =
        change.shrinks()
            || change.write().deletes()
            || (change.of(Route.RESOURCE)
                && !change.routeWas().weights().equals(new Route(change.now()).weights()))
            || (change.of("services")
                && !change
                    .was()
                    .find("spec", "selector")
                    .equals(change.now().find("spec", "selector")));
    findings.unless(
        !existing || !dangerous || change.write().before() > 0,
        "S11",
        change,
        "changed without the resource version that was read");
  }

  private static void owned(Change change, Model model, Findings findings) {
    if (!change.was().json().isEmpty()) {
      var owner = owner(change.was());
      findings.unless(
          owner.equals(model.uid())
              || (owner.isEmpty() && change.was().has("metadata", "labels", World.MODEL_LABEL)),
          "S12",
          change,
          "its owner is \"%s\", not the model \"%s\"".formatted(owner, model.uid()));
    }
    if (!change.now().json().isEmpty()) {
      findings.unless(
          owner(change.now()).equals(model.uid()),
          "S12",
          change,
          "it is left without the model \"" + model.uid() + "\" as its owner");
    }
  }

  /** Uid of the controller; empty without one. */
  private static String owner(Tree object) {
    return object.list("metadata", "ownerReferences").stream()
        .filter(one -> one.flag("controller"))
        .map(one -> one.text("uid"))
        .findFirst()
        .orElse("");
  }
}
