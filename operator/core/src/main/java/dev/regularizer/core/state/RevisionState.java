package dev.regularizer.core.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Status of a ModelRevision.
 *
 * @param role null right after creation
 * @param attempts the last 3, oldest first
 * @param transitions the last 20 decisions, oldest first
 */
public record RevisionState(
    @Nullable Role role, List<Attempt> attempts, List<Transition> transitions) {
  private static final int KEPT_ATTEMPTS = 3;
  private static final int KEPT_TRANSITIONS = 20;

  public RevisionState {
    attempts = lastOf(attempts, KEPT_ATTEMPTS);
    transitions = lastOf(transitions, KEPT_TRANSITIONS);
  }

  /** A revision nothing has happened to yet. */
  public static RevisionState fresh() {
    return new RevisionState(null, List.of(), List.of());
  }

  /** The running or last attempt. */
  public Optional<Attempt> attempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** How the last attempt ended; empty while it runs. */
  public Optional<Outcome> outcome() {
    return attempt().map(Attempt::ending).map(Ending::outcome);
  }

  public RevisionState withRole(Role now) {
    return new RevisionState(now, attempts, transitions);
  }

  /** Adds an attempt after the others; only the last one can be replayed. */
  public RevisionState begin(Attempt attempt) {
    var all = new ArrayList<Attempt>();
    attempts.forEach(one -> all.add(one.withLooks(LookLog.NONE)));
    all.add(attempt);
    return new RevisionState(role, all, transitions);
  }

  /** Replaces the last attempt. */
  public RevisionState with(Attempt attempt) {
    var all = new ArrayList<>(attempts);
    all.set(all.size() - 1, attempt);
    return new RevisionState(role, all, transitions);
  }

  public RevisionState log(Transition transition) {
    var all = new ArrayList<>(transitions);
    all.add(transition);
    return new RevisionState(role, attempts, all);
  }

  private static <T> List<T> lastOf(List<T> all, int kept) {
    return List.copyOf(all.subList(Math.max(0, all.size() - kept), all.size()));
  }
}
