package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.PreviousPointer;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StablePointer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stable revision again when the model's status is gone, as after a restore of a backup.
 *
 * <p>While status names a stable revision, that is the single truth. If it is gone: the revision
 * with role Stable; if none or several, the one with the highest observed weight; if several have
 * it, the one among them that the stable Service selects. Nothing is guessed beyond that, and a
 * revision whose attempt failed is never found. If the one found bakes, or is on its way back, the
 * warm one is found with it.
 */
final class StableFinder {
  private final Observations seen;
  private final Instant now;

  private StableFinder(Observations seen, Instant now) {
    this.seen = seen;
    this.now = now;
  }

  /** What could be found out. */
  sealed interface Found {
    /** The pointers to go on with; without a stable one the model is new. */
    record Clear(Pointers pointers) implements Found {}

    /** Several revisions could be stable. */
    record Unclear(String message) implements Found {}
  }

  static Found find(Observations seen, Instant now) {
    return seen.pointers().stable() != null
        ? new Found.Clear(seen.pointers())
        : new StableFinder(seen, now).search();
  }

  private Found search() {
    var byRole = others().stream().filter(one -> one.state().role() == Role.STABLE).toList();
    var fit = others().stream().filter(one -> !failed(one)).toList();
    var byWeight = heaviest(fit);
    var several = byWeight.isEmpty() ? byRole : byWeight;
    var byService =
        (several.isEmpty() ? fit : several)
            .stream().filter(one -> one.name().equals(seen.serving())).toList();
    for (var found : List.of(byRole, byWeight, byService)) {
      if (found.size() == 1) {
        return restored(found.getFirst());
      }
    }
    if (several.isEmpty()) {
      return new Found.Clear(seen.pointers());
    }
    var names = several.stream().map(RevisionRecord::name).sorted().toList();
    return new Found.Unclear(
        "status names no stable revision and several could be: "
            + String.join(", ", names)
            + "; nothing is changed. Delete the ModelRevisions that must not serve, or restore the"
            + " status");
  }

  private List<RevisionRecord> heaviest(List<RevisionRecord> among) {
    var top = among.stream().mapToInt(one -> seen.route().weight(one.name())).max().orElse(0);
    return top == 0
        ? List.of()
        : among.stream().filter(one -> seen.route().weight(one.name()) == top).toList();
  }

  /** A first install gets role and traffic before the pointer moves: that is no restore. */
  private List<RevisionRecord> others() {
    var candidate = seen.pointers().candidate();
    return seen.revisions().stream()
        .filter(one -> candidate == null || !candidate.revision().equals(one.name()))
        .toList();
  }

  /** Whether a revision was tried and not kept; the annotation says so when the status is lost. */
  private static boolean failed(RevisionRecord revision) {
    var last = revision.state().attempt();
    return last.isPresent()
        ? last.get().ended() && !last.get().madeStable()
        : revision
            .outcome()
            .filter(one ->
                one != Outcome.INSTALLED && one != Outcome.PROMOTED && one != Outcome.REVERTED)
            .isPresent();
  }

  private Found restored(RevisionRecord stable) {
    var ending = stable.state().attempt().flatMap(last -> Optional.ofNullable(last.ending()));
    var since = ending.map(Ending::at).orElse(now);
    var reason = ending.map(Ending::reason).orElse(Reason.Installed);
    return new Found.Clear(
        seen.pointers()
            .withStable(new StablePointer(stable.name(), since, reason))
            .withPrevious(warm(stable)));
  }

  /** The one that stays warm while another bakes. */
  private @Nullable PreviousPointer warm(RevisionRecord stable) {
    if (stable.state().attempt().map(Attempt::bake).isEmpty()) {
      return null;
    }
    // Roles follow the pointers one revision a pass: right after the flip both have role Stable.
    var previous =
        seen.revisions().stream()
            .filter(one -> !one.name().equals(stable.name()))
            .filter(one -> one.state().role() == Role.PREVIOUS || one.state().role() == Role.STABLE)
            .toList();
    return previous.size() == 1
        ? new PreviousPointer(previous.getFirst().name(), now.plus(seen.spec().rollout().bake()))
        : null;
  }
}
