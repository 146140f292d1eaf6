package dev.regularizer.core.state;

import dev.regularizer.core.command.CommandRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's status is the truth about.
 *
 * @param requested name of the revision the spec asked for at the last pass; tells "asked for
 *     again" from "still asked for"
 * @param history the last 10 ended attempts, oldest first
 * @param command the last command seen, with its answer; null before any
 */
public record Pointers(
    @Nullable StablePointer stable,
    @Nullable PreviousPointer previous,
    @Nullable CandidatePointer candidate,
    @Nullable String requested,
    List<HistoryEntry> history,
    @Nullable CommandRecord command) {
  private static final int KEPT = 10;

  public Pointers {
    history = List.copyOf(history.subList(Math.max(0, history.size() - KEPT), history.size()));
  }

  /** A model nothing is known of. */
  public static Pointers none() {
    return new Pointers(null, null, null, null, List.of(), null);
  }

  public Pointers withStable(StablePointer next) {
    return new Pointers(next, previous, candidate, requested, history, command);
  }

  public Pointers withPrevious(@Nullable PreviousPointer next) {
    return new Pointers(stable, next, candidate, requested, history, command);
  }

  public Pointers withCandidate(@Nullable CandidatePointer next) {
    return new Pointers(stable, previous, next, requested, history, command);
  }

  public Pointers withRequested(String next) {
    return new Pointers(stable, previous, candidate, next, history, command);
  }

  /** With one ended attempt more; one that is known already stays where it is. */
  public Pointers record(HistoryEntry entry) {
    if (history.contains(entry)) {
      return this;
    }
    var all = new ArrayList<>(history);
    all.add(entry);
    return new Pointers(stable, previous, candidate, requested, all, command);
  }

  public Pointers withCommand(@Nullable CommandRecord next) {
    return new Pointers(stable, previous, candidate, requested, history, next);
  }
}
