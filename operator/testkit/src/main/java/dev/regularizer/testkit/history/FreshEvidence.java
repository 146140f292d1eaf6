package dev.regularizer.testkit.history;

import java.time.Instant;
import java.util.Optional;

/**
 * S16: verdicts, samples and clocks belong to one attempt: a new one starts with none, and within
 * one they only grow.
 */
final class FreshEvidence implements Invariant {
  private static final String ID = "S16";

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !change.write().status()) {
      return;
    }
    var now = change.revisionNow().flatMap(Revision::attempt).orElse(null);
    if (now == null) {
      return;
    }
    var was = change.revisionWas().flatMap(Revision::attempt);
    if (was.isPresent() && was.get().number() == now.number()) {
      grown(change, was.get(), now, findings);
    } else {
      fresh(change, was, now, findings);
    }
    clocks(change, now, findings);
  }

  private static void fresh(Change change, Optional<Attempt> was, Attempt now, Findings findings) {
    findings.unless(
        was.isEmpty() || now.number() == was.get().number() + 1,
        ID,
        change,
        "attempt %d follows attempt %d"
            .formatted(now.number(), was.map(Attempt::number).orElse(0L)));
    var measured = now.measurements();
    findings.unless(
        !measured.has("cursor")
            && measured.number("observedWindows") == 0
            && measured.number("candidateRequests") == 0
            && now.counts().stream().allMatch(one -> one.number("windows") == 0)
            && now.steps().stream().allMatch(step -> step.number("countedWindows") == 0),
        ID,
        change,
        "attempt %d begins with samples or time it did not measure".formatted(now.number()));
  }

  private static void grown(Change change, Attempt was, Attempt now, Findings findings) {
    findings.unless(
        now.tree().find("startedAt").equals(was.tree().find("startedAt"))
            && now.steps().size() >= was.steps().size(),
        ID,
        change,
        "attempt %d loses steps or begins at another time".formatted(now.number()));
    findings.unless(
        now.steps().stream()
            .skip(was.steps().size())
            .allMatch(step -> step.number("countedWindows") == 0 && !step.has("effectiveAt")),
        ID,
        change,
        "a step of attempt %d begins with time it did not spend".formatted(now.number()));
    findings.unless(
        was.steps().isEmpty() || now.tree().find("policy").equals(was.tree().find("policy")),
        ID,
        change,
        "the policy of attempt %d changes after its first weight".formatted(now.number()));
    findings.unless(
        !was.ended()
            || was.outcome().equals(now.outcome())
            || (was.madeStable() && now.ended() && !now.madeStable()),
        ID,
        change,
        "the outcome of attempt %d changes from \"%s\" to \"%s\""
            .formatted(now.number(), was.outcome(), now.outcome()));
    findings.unless(
        !earlier(now.measurements().instant("cursor"), was.measurements().instant("cursor"))
            || stepsAgain(was, now),
        ID,
        change,
        "the cursor goes back: windows would be counted twice");
    for (int i = 0; i < Math.min(was.counts().size(), now.counts().size()); i++) {
      findings.unless(
          now.counts().get(i).number("windows") >= was.counts().get(i).number("windows"),
          ID,
          change,
          "counts of SLI %d shrink within attempt %d".formatted(i, now.number()));
    }
  }

  /** A weight that became effective again sets the cursor behind its warm-up. */
  private static boolean stepsAgain(Attempt was, Attempt now) {
    var before = was.step().flatMap(step -> step.instant("effectiveAt"));
    var after = now.step().flatMap(step -> step.instant("effectiveAt"));
    return after.isPresent() && !after.equals(before);
  }

  private static void clocks(Change change, Attempt now, Findings findings) {
    var started = now.tree().instant("startedAt");
    for (var step : now.steps()) {
      var intent = step.instant("intentAt");
      var effective = step.instant("effectiveAt");
      findings.unless(
          !earlier(intent, started) && !earlier(effective, intent),
          ID,
          change,
          "step %d of attempt %d is older than its attempt or its intent"
              .formatted(step.number("number"), now.number()));
    }
  }

  private static boolean earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
  }
}
