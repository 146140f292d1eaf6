package dev.regularizer.testkit.history;

/**
 * S9: the operator never deletes the workload of the stable revision or of the warm one before it,
 * gives it another template, or scales it below what the spec asks for.
 */
final class StableWorkload implements Invariant {
  private static final String ID = "S9";

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.applies(World.DEPLOYMENTS) || change.was().json().isEmpty()) {
      return;
    }
    var model = before.modelOf(change.key(), change.known()).orElse(null);
    var name = change.key().name();
    if (model == null
        || model.deleting()
        || !(name.equals(model.stable()) || name.equals(model.previous()))) {
      return;
    }
    if (change.write().deletes()) {
      findings.add(ID, change.write(), name + " serves and its Deployment is deleted");
      return;
    }
    findings.unless(
        change.was().find("spec", "template").equals(change.now().find("spec", "template")),
        ID,
        change,
        name + " serves and its pod template is changed");
    findings.unless(
        !change.shrinks() || change.now().number("spec", "replicas") >= model.replicas(),
        ID,
        change,
        "%s serves and shrinks to %d, the spec asks for %d"
            .formatted(name, change.now().number("spec", "replicas"), model.replicas()));
  }
}
