package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;
import org.jspecify.annotations.Nullable;

/**
 * A ModelRevision as the API server stores it.
 *
 * @param version resourceVersion
 * @param content fingerprint of everything but time
 */
record StoredRevision(long version, RevisionRecord record, long content) implements Fingerprinted {
  /** Ticks after which nobody asks how long ago an attempt began. */
  private static final int STARTED = 3;

  private static final int WINDOWS = 5;

  static StoredRevision of(long version, RevisionRecord record) {
    return new StoredRevision(version, record, content(record));
  }

  StoredRevision withState(long next, RevisionState state) {
    return of(next, record.withState(state));
  }

  StoredRevision annotated(long next, @Nullable Outcome outcome) {
    return of(
        next,
        new RevisionRecord(
            record.name(),
            record.hashVersion(),
            record.collision(),
            record.sha256(),
            record.createdAt(),
            record.version(),
            record.regularizers(),
            record.state(),
            outcome));
  }

  private static long content(RevisionRecord record) {
    var state = record.state();
    var mix = Mix.START.with(record.name()).with(record.annotated()).with(state.role());
    var attempt = state.attempt().orElse(null);
    return attempt == null ? mix.value() : content(mix, attempt);
  }

  private static long content(Mix mix, Attempt attempt) {
    var measured = attempt.measurements();
    var next =
        mix.with(attempt.number())
            .with(attempt.kind())
            .with(attempt.policy())
            .with(attempt.against())
            .with(attempt.stableReplicas())
            .with(attempt.restartsAtStart())
            .with(attempt.steps().size())
            .with(attempt.traffic() == null)
            .with(Math.min(WINDOWS, measured.observedWindows()))
            .with(measured.skipped())
            .with(measured.emptyLooks())
            .with(measured.failedLooks())
            .with(measured.problem())
            .with(measured.futileLooks());
    var step = attempt.step().orElse(null);
    if (step != null) {
      next =
          next.with(step.number())
              .with(step.weight())
              .with(step.effectiveAt() == null)
              .with(Math.min(WINDOWS, step.countedWindows()))
              .with(Math.min(2, step.validWindows()));
    }
    for (var result : attempt.results()) {
      next =
          next.with(result.verdict())
              .with(result.reason())
              .with(result.gateMet())
              .with(result.minimumMet())
              .with(result.commonCause());
    }
    var ending = attempt.ending();
    if (ending != null) {
      next = next.with(ending.outcome()).with(ending.reason()).with(ending.sli());
    }
    var bake = attempt.bake();
    return bake == null
        ? next.value()
        : next.with(bake.windows()).with(bake.plannedWindows()).with(bake.detectors()).value();
  }

  @Override
  public long fingerprint(int tick) {
    var mix = Mix.START.with(content).with(Ticks.age(record.createdAt(), tick, STARTED));
    var attempt = record.state().attempt().orElse(null);
    if (attempt == null) {
      return mix.value();
    }
    var step = attempt.step().orElse(null);
    return age(mix, attempt.ending(), attempt.bake(), tick)
        .with(Ticks.age(attempt.startedAt(), tick, STARTED))
        .with(step == null ? 0 : Ticks.age(step.intentAt(), tick, 2))
        .with(Ticks.age(attempt.measurements().cursor(), tick, WINDOWS))
        .value();
  }

  private static Mix age(Mix mix, @Nullable Ending ending, @Nullable Bake bake, int tick) {
    var next = mix;
    if (ending != null) {
      next =
          next.with(Ticks.age(ending.at(), tick, 2))
              .with(Ticks.age(ending.trafficOffAt(), tick, 2));
    }
    return bake == null
        ? next
        : next.with(Ticks.age(bake.startedAt(), tick, 2))
            .with(Ticks.age(bake.cursor(), tick, WINDOWS));
  }
}
