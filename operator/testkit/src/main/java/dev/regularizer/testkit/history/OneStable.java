package dev.regularizer.testkit.history;

/**
 * S1: status names one stable revision, and the pointer moves only with the evidence its reason
 * needs, recorded for that very revision; and (S10) after the traffic.
 */
final class OneStable implements Invariant {
  private static final String ID = "S1";
  private static final long ALL = 100;

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !change.write().status()) {
      return;
    }
    var now = change.modelNow().orElse(null);
    if (now == null) {
      return;
    }
    var was = change.modelWas().orElse(new Model(change.key(), Tree.EMPTY));
    if (now.stable().equals(was.stable())) {
      findings.unless(
          now.status().find("stable", "reason").equals(was.status().find("stable", "reason")),
          ID,
          change,
          now.stable() + " is stable as before, but for another reason");
      return;
    }
    if (now.stable().isEmpty()) {
      findings.add(ID, change.write(), was.stable() + " was stable and no revision is now");
      return;
    }
    var revision = before.revision(now, now.stable()).orElse(null);
    if (revision == null) {
      findings.add(ID, change.write(), now.stable() + " became stable and does not exist");
      return;
    }
    var weight = before.route(now).map(route -> route.weight(now.stable())).orElse(ALL);
    var found =
        was.stable().isEmpty()
            && !now.stable().equals(was.candidate())
            && restored(before, now, revision);
    findings.unless(
        weight == ALL || found,
        "S10",
        change,
        "the pointer moves to " + now.stable() + ", which has " + weight + " % of the traffic");
    var reason = now.status().text("stable", "reason");
    findings.unless(
        (was.stable().isEmpty() && restored(before, now, revision))
            || proven(before, was, now, revision, reason),
        ID,
        change,
        "%s became stable instead of \"%s\" by %s; its attempt ended with \"%s\" by \"%s\""
            .formatted(
                now.stable(),
                was.stable(),
                reason,
                revision.outcome(),
                revision.attempt().map(Attempt::reason).orElse("")));
  }

  private static boolean proven(
      World before, Model was, Model now, Revision revision, String reason) {
    var attempt = revision.attempt().orElse(new Attempt(Tree.EMPTY));
    return switch (reason) {
      case "Installed" -> was.stable().isEmpty() && attempt.outcome().equals("Installed");
      case "Promoted", "PromotedByPolicy", "PromotedByCommand" ->
          attempt.outcome().equals("Promoted") && attempt.reason().equals(reason);
      case "Reverted" -> attempt.outcome().equals("Reverted") && attempt.madeStable();
      case "BakeReturn" ->
          was.previous().equals(now.stable())
              && before
                  .revision(was, was.stable())
                  .flatMap(Revision::attempt)
                  .filter(failed -> failed.ended() && !failed.madeStable())
                  .isPresent();
      default -> false;
    };
  }

  /** A status that was lost is found again from what serves. */
  private static boolean restored(World before, Model model, Revision revision) {
    return revision.status().text("role").equals("Stable")
        || before.route(model).map(route -> route.weight(revision.name())).orElse(0L) > 0;
  }
}
