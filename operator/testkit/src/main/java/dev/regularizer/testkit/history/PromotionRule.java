package dev.regularizer.testkit.history;

import java.util.Set;

/**
 * S6 and S7: a promotion is recorded only when the last step's time is over, its gates are met,
 * nothing fails, and a valid window opened and closed after the last weight took effect; no gate is
 * met without samples, and nothing is rolled back for the lack of them.
 */
final class PromotionRule implements Invariant {
  private static final String ID = "S6";
  private static final Set<String> HARM =
      Set.of(
          "SliFailed",
          "CombinedEvidence",
          "RestartsExceeded",
          "BadEventsExceeded",
          "CandidateUnavailable");
  private static final Set<String> UNUSABLE = Set.of("Fail", "NoData", "Invalid");

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !change.write().status()) {
      return;
    }
    var now = change.revisionNow().orElse(null);
    var attempt = now == null ? null : now.attempt().orElse(null);
    if (now == null || attempt == null) {
      return;
    }
    var was =
        change
            .revisionWas()
            .flatMap(Revision::attempt)
            .filter(one -> one.number() == attempt.number())
            .orElse(new Attempt(Tree.EMPTY));
    latched(change, was, attempt, findings);
    if (attempt.outcome().equals("RolledBack") && !was.outcome().equals("RolledBack")) {
      harmed(change, attempt, findings);
    }
    if (!attempt.outcome().equals("Promoted") || was.ended()) {
      return;
    }
    var model = before.model(change.key().sibling(Model.RESOURCE, now.model())).orElse(null);
    switch (attempt.reason()) {
      case "Promoted" -> {
        proven(change, attempt, findings);
        if (model != null) {
          finished(change, model, attempt, findings);
        }
      }
      case "PromotedByPolicy" -> clean(change, attempt, findings);
      case "PromotedByCommand" ->
          findings.unless(
              model == null || model.commanded("promote", now),
              ID,
              change,
              "promoted by command and no command says so");
      default ->
          findings.add(
              ID, change.write(), "promoted by the unknown reason \"" + attempt.reason() + "\"");
    }
    for (var one : attempt.verdicts()) {
      findings.unless(
          one.text("gate").equals("Advisory") || !one.text("verdict").equals("Fail"),
          ID,
          change,
          "promoted while " + one.text("name") + " fails");
    }
  }

  /** A rollback says what harm it saw: that nothing was seen is none. */
  private static void harmed(Change change, Attempt attempt, Findings findings) {
    findings.unless(
        HARM.contains(attempt.reason()),
        "S7",
        change,
        "rolled back by " + attempt.reason() + ", which is no harm that was seen");
  }

  /** A gate is met only by a window that was counted in the same write, and with its minimum. */
  private static void latched(Change change, Attempt was, Attempt now, Findings findings) {
    for (int i = 0; i < now.counts().size(); i++) {
      var counts = now.counts().get(i);
      var old = i < was.counts().size() ? was.counts().get(i) : Tree.EMPTY;
      if (!counts.flag("passLatched") || old.flag("passLatched")) {
        continue;
      }
      findings.unless(
          counts.number("windows") > old.number("windows"),
          "S7",
          change,
          "gate " + i + " is met by a look that counted nothing");
      if (i < now.verdicts().size() && i < now.policies().size()) {
        var samples = now.verdicts().get(i).number("samples");
        findings.unless(
            samples >= now.policies().get(i).number("minimum"),
            "S7",
            change,
            "gate %d is met with %d samples of %d"
                .formatted(i, samples, now.policies().get(i).number("minimum")));
      }
    }
  }

  private static void proven(Change change, Attempt attempt, Findings findings) {
    for (int i = 0; i < attempt.verdicts().size(); i++) {
      var one = attempt.verdicts().get(i);
      var latched = i < attempt.counts().size() && attempt.counts().get(i).flag("passLatched");
      var minimum = i < attempt.policies().size() ? attempt.policies().get(i).number("minimum") : 0;
      var met =
          switch (one.text("gate")) {
            case "Pass" -> latched || one.text("verdict").equals("Pass");
            case "NoFail" -> one.number("samples") >= minimum;
            default -> true;
          };
      findings.unless(
          met,
          ID,
          change,
          "promoted while the gate %s of %s is not met"
              .formatted(one.text("gate"), one.text("name")));
    }
    window(change, attempt, findings);
  }

  private static void window(Change change, Attempt attempt, Findings findings) {
    var step = attempt.step().orElse(Tree.EMPTY);
    var effective = step.instant("effectiveAt").orElse(null);
    var cursor = attempt.measurements().instant("cursor").orElse(null);
    findings.unless(
        effective != null
            && cursor != null
            && step.number("validWindows") > 0
            && cursor.isAfter(effective),
        ID,
        change,
        "promoted without a valid window since the last weight took effect");
  }

  private static void finished(Change change, Model model, Attempt attempt, Findings findings) {
    var step = attempt.step().orElse(Tree.EMPTY);
    findings.unless(
        model.weightAfter(step.number("weight")).isEmpty(),
        ID,
        change,
        "promoted at %d %%, which is not the last step".formatted(step.number("weight")));
    findings.unless(
        attempt.spent(step).compareTo(PlannedWeights.duration(model, step)) >= 0,
        ID,
        change,
        "promoted before the time of the last step was over");
  }

  private static void clean(Change change, Attempt attempt, Findings findings) {
    window(change, attempt, findings);
    for (int i = 0; i < attempt.verdicts().size(); i++) {
      var one = attempt.verdicts().get(i);
      var minimum = i < attempt.policies().size() ? attempt.policies().get(i).number("minimum") : 0;
      findings.unless(
          one.number("samples") >= minimum && !UNUSABLE.contains(one.text("verdict")),
          ID,
          change,
          "promoted by policy while %s is %s with %d samples of %d"
              .formatted(one.text("name"), one.text("verdict"), one.number("samples"), minimum));
    }
  }
}
