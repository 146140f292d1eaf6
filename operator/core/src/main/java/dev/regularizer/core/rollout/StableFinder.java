package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StablePointer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the stable revision again when the model's status is gone, as after a restore of a backup.
 *
 * <p>While status names a stable revision, that is the single truth. If it is gone: the revision
 * with role Stable; if none or several, the one with the highest observed weight. Nothing is
 * guessed beyond that.
 */
final class StableFinder {
  private StableFinder() {}

  /** What could be found out. */
  sealed interface Found {
    /** The pointers to go on with; without a stable one the model is new. */
    record Clear(Pointers pointers) implements Found {}

    /** Several revisions could be stable. */
    record Unclear(String message) implements Found {}
  }

  static Found find(Observations seen, Instant now) {
    var pointers = seen.pointers();
    if (pointers.stable() != null) {
      return new Found.Clear(pointers);
    }
    var byRole = others(seen).filter(one -> one.state().role() == Role.STABLE).toList();
    if (byRole.size() == 1) {
      return restored(pointers, byRole.getFirst(), now);
    }
    var byWeight = heaviest(seen);
    if (byWeight.size() == 1) {
      return restored(pointers, byWeight.getFirst(), now);
    }
    if (byRole.isEmpty() && byWeight.isEmpty()) {
      return new Found.Clear(pointers);
    }
    var names =
        (byRole.isEmpty() ? byWeight : byRole).stream().map(RevisionRecord::name).sorted().toList();
    return new Found.Unclear(
        "status names no stable revision and several could be: "
            + String.join(", ", names)
            + "; nothing is changed. Delete the ModelRevisions that must not serve, or restore the status");
  }

  private static List<RevisionRecord> heaviest(Observations seen) {
    var top = others(seen).mapToInt(one -> seen.route().weight(one.name())).max().orElse(0);
    return top == 0
        ? List.of()
        : others(seen).filter(one -> seen.route().weight(one.name()) == top).toList();
  }

  /** A first install gets role and traffic before the pointer moves: that is no restore. */
  private static Stream<RevisionRecord> others(Observations seen) {
    var candidate = seen.pointers().candidate();
    return seen.revisions().stream()
        .filter(one -> candidate == null || !candidate.revision().equals(one.name()));
  }

  private static Found restored(Pointers pointers, RevisionRecord stable, Instant now) {
    var ending = stable.state().attempt().flatMap(last -> Optional.ofNullable(last.ending()));
    var since = ending.map(Ending::at).orElse(now);
    var reason = ending.map(Ending::reason).orElse(Reason.Installed);
    return new Found.Clear(pointers.withStable(new StablePointer(stable.name(), since, reason)));
  }
}
