package dev.regularizer.testkit.explore;

import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.state.Standstill;
import org.jspecify.annotations.Nullable;

/**
 * The RegularizedModel as the API server stores it.
 *
 * @param version resourceVersion
 * @param command text of the annotation; null for none
 * @param content fingerprint of everything but time
 */
record StoredModel(
    long version,
    Wish wish,
    long generation,
    boolean deleting,
    @Nullable String command,
    @Nullable ModelStatus status,
    long content)
    implements Fingerprinted {

  /** Ticks of standstill that nobody tells apart from more. */
  private static final long STOOD = 3;

  static StoredModel of(
      long version,
      Wish wish,
      long generation,
      boolean deleting,
      @Nullable String command,
      @Nullable ModelStatus status) {
    return new StoredModel(
        version,
        wish,
        generation,
        deleting,
        command,
        status,
        content(wish, generation, deleting, command, status));
  }

  StoredModel withStatus(long next, @Nullable ModelStatus stored) {
    return of(next, wish, generation, deleting, command, stored);
  }

  StoredModel edited(long next, Wish applied) {
    return of(next, applied, generation + 1, deleting, command, status);
  }

  StoredModel commanded(long next, @Nullable String text) {
    return of(next, wish, generation, deleting, text, status);
  }

  StoredModel deleted(long next) {
    return of(next, wish, generation, true, command, status);
  }

  private static long content(
      Wish wish,
      long generation,
      boolean deleting,
      @Nullable String command,
      @Nullable ModelStatus status) {
    var mix = Mix.START.with(wish).with(deleting).with(command).with(status == null);
    if (status == null) {
      return mix.value();
    }
    var pointers = status.pointers();
    var stable = pointers.stable();
    var previous = pointers.previous();
    var candidate = pointers.candidate();
    var answer = pointers.command();
    return mix.with(status.observedGeneration() == generation)
        .with(status.phase())
        .with(stable == null ? null : stable.revision())
        .with(stable == null ? null : stable.reason())
        .with(previous == null ? null : previous.revision())
        .with(candidate == null ? null : candidate.withStandstill(Standstill.NONE))
        .with(answer == null ? null : answer.value())
        .with(answer == null ? null : answer.result())
        .with(answer != null && answer.withdrawn())
        .with(pointers.requested())
        .value();
  }

  @Override
  public long fingerprint(int tick) {
    if (status == null) {
      return content;
    }
    var stable = status.pointers().stable();
    var candidate = status.pointers().candidate();
    var stood = candidate == null ? Standstill.NONE : candidate.standstill();
    return Mix.START
        .with(content)
        .with(Ticks.age(stable == null ? null : stable.since(), tick, 2))
        .with(Ticks.age(stood.since(), tick, 2))
        .with(Math.min(STOOD, stood.before().dividedBy(Ticks.TICK)))
        .value();
  }
}
