package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The traffic between the revision users are served by and another one. */
final class Split {
  private Split() {}

  /**
   * Gives a revision a weight and the rest to its counterpart.
   *
   * @param rest who gets 100 - weight; null when there is only one revision, which then gets
   *     everything
   */
  static Effect.ApplyRoute give(
      Situation situation, RevisionRecord revision, int weight, @Nullable RevisionRecord rest) {
    var raises = weight > situation.weight(revision);
    return rest == null
        ? new Effect.ApplyRoute(Map.of(revision.name(), 100), raises)
        : new Effect.ApplyRoute(Map.of(revision.name(), weight, rest.name(), 100 - weight), raises);
  }

  /** The effects that keep stable and a candidate at their sizes. */
  static Effect[] sizes(
      Situation situation,
      RevisionRecord candidate,
      int size,
      @Nullable RevisionRecord stable,
      int stableSize) {
    var own = new Effect.ApplyWorkload(candidate.name(), size);
    return stable == null || stable.name().equals(candidate.name())
        ? new Effect[] {own}
        : new Effect[] {new Effect.ApplyWorkload(stable.name(), stableSize), own};
  }
}
