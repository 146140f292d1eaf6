package dev.regularizer.core.replay;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.rollout.LookFold;
import dev.regularizer.core.rollout.SampledDecision;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Folds every look of an attempt again, from the stored policy, steps and cursors, and decides
 * again.
 */
final class Replay {
  private final String namespace;
  private final String candidate;
  private final Attempt stored;
  private final SampleMatrix samples;
  private final ReplayNotes notes;
  private final List<ReplayedLook> looks = new ArrayList<>();
  private Attempt attempt;

  Replay(
      String namespace, String candidate, Attempt stored, SampleMatrix samples, ReplayNotes notes) {
    this.namespace = namespace;
    this.candidate = candidate;
    this.stored = stored;
    this.samples = samples;
    this.notes = notes;
    this.attempt = unmeasured(stored);
  }

  /** The attempt before its first step. */
  private static Attempt unmeasured(Attempt stored) {
    return new Attempt(
        stored.number(),
        stored.kind(),
        stored.policy(),
        stored.against(),
        stored.stableReplicas(),
        stored.restartsAtStart(),
        stored.startedAt(),
        List.of(),
        Measurements.start(stored.policy().slis().size()),
        null,
        null,
        LookLog.NONE,
        stored.traffic());
  }

  /** The attempt after all its looks, before what only the record can tell. */
  Attempt run() {
    for (var run : stored.looks().runs()) {
      notes.run(run);
      for (int i = 0; i < run.looks(); i++) {
        look(run.one(i, window()));
      }
    }
    return attempt;
  }

  List<ReplayedLook> looks() {
    return looks;
  }

  private void look(LookRun look) {
    if (look.bakeWindows() > 0) {
      begin(look);
    } else {
      step(look);
    }
    attempt =
        fold(look)
            .onto(attempt)
            .orElseGet(() -> {
              notes.readBack(look);
              return fold(look.readingBack()).onto(attempt).orElseThrow();
            });
    if (look.bakeWindows() == 0) {
      judged(look);
    }
  }

  private void begin(LookRun look) {
    if (attempt.bake() == null) {
      notes.promoted(attempt);
      attempt = attempt.withBake(LookFold.bakeBefore(look, attempt));
    } else {
      SampledDecision.bakeReturn(attempt, attempt.bake())
          .ifPresent(missed -> notes.missed(look.from(), missed));
    }
  }

  /** The step a look belongs to, and whether its weight was brought into force just before. */
  private void step(LookRun look) {
    if (!looks.isEmpty()) {
      SampledDecision.rollback(attempt).ifPresent(missed -> notes.missed(look.from(), missed));
    }
    while (attempt.steps().size() < look.step()) {
      var next = stored.steps().get(attempt.steps().size());
      notes.stepped(attempt, next);
      attempt =
          attempt.stepping(
              StepRecord.intended(next.number(), next.weight(), next.duration(), next.intentAt()));
      unlooked(look, next);
    }
    if (!look.from().equals(attempt.measurements().cursor())) {
      inForce(look.from());
    }
  }

  /** A step that was skipped before its first look: only the record tells when it was in force. */
  private void unlooked(LookRun look, StepRecord recorded) {
    var effectiveAt = recorded.effectiveAt();
    if (attempt.steps().size() < look.step() && effectiveAt != null) {
      inForce(effectiveAt.plus(attempt.policy().warmUp()));
    }
  }

  private void inForce(Instant from) {
    var effectiveAt = from.minus(attempt.policy().warmUp());
    attempt =
        attempt
            .withStep(attempt.step().orElseThrow().effective(effectiveAt))
            .withMeasurements(attempt.measurements().from(from, effectiveAt));
  }

  private LookFold fold(LookRun look) {
    var reach =
        look.readBack() ? CountingContext.READ_BACK : CountingContext.seed(look.scrapeInterval());
    var end = look.end(window());
    return new LookFold(
        namespace,
        candidate,
        Objects.requireNonNullElse(stored.against(), candidate),
        look,
        samples.between(look.from().minus(reach).toEpochMilli(), end.toEpochMilli()),
        notes.detail(look, end),
        List.copyOf(stored.looks().podsAt(look.from(), look.scrapeInterval()).values()));
  }

  private void judged(LookRun look) {
    var results = attempt.results();
    var policy = attempt.policy();
    var step = attempt.step().orElseThrow();
    looks.add(
        new ReplayedLook(
            look.end(window()),
            step.number(),
            step.weight(),
            look.windows(),
            results,
            RolloutVerdict.of(policy.slis(), results, policy.risk())));
  }

  private Duration window() {
    return stored.policy().window();
  }
}
