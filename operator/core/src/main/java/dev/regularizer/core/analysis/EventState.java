package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.ObjectiveTest;
import dev.regularizer.core.statistics.RatioEvidence;
import dev.regularizer.core.statistics.RatioTest;
import java.util.ArrayList;
import java.util.List;

/**
 * What an SLI of bad events has gathered.
 *
 * @param candidate all events of the candidate
 * @param judged those by which the objective is judged: without windows in which stable failed it
 * @param trailing the last windows, oldest first, at most {@link #TRAILING}; only where a common
 *     cause is looked for
 * @param strata totals per weight, in the order the weights were first seen; only against stable
 * @param harm evidence that the candidate is worse than stable
 * @param safe evidence that the candidate is not worse than stable
 */
record EventState(
    Events candidate,
    Events judged,
    List<Pair> trailing,
    List<Stratum> strata,
    RatioEvidence harm,
    RatioEvidence safe) {

  /** Windows over which stable is watched for failing the objective itself. */
  static final int TRAILING = 10;

  static final EventState START =
      new EventState(
          Events.NONE, Events.NONE, List.of(), List.of(), RatioEvidence.NONE, RatioEvidence.NONE);

  /** Both revisions in one window. */
  record Pair(Events candidate, Events stable) {

    static final Pair NONE = new Pair(Events.NONE, Events.NONE);

    Pair plus(Pair other) {
      return new Pair(candidate.plus(other.candidate), stable.plus(other.stable));
    }
  }

  /** Both revisions over all windows of one weight. */
  record Stratum(int weight, Pair totals) {}

  EventState {
    trailing = List.copyOf(trailing);
    strata = List.copyOf(strata);
  }

  /** Adds a window. */
  EventState plus(Pair window, int weight, SliPolicy policy, double alpha) {
    // Kept only where it is read, since all of it is stored with the revision.
    List<Pair> last = policy.attributed() ? withLast(window) : trailing;
    RatioTests tests = RatioTests.of(policy);
    return new EventState(
        candidate.plus(window.candidate()),
        stableFails(last, policy, alpha) ? judged : judged.plus(window.candidate()),
        last,
        policy.versusStable().isPresent() ? withStratum(window, weight) : strata,
        tests.harm().map(test -> add(test, harm, window)).orElse(harm),
        tests.safe().map(test -> add(test, safe, window)).orElse(safe));
  }

  /** Whether stable fails the objective over the trailing windows, where that matters. */
  boolean stableFails(SliPolicy policy, double alpha) {
    return stableFails(trailing, policy, alpha);
  }

  /** Totals of the trailing windows. */
  static Pair total(List<Pair> windows) {
    return windows.stream().reduce(Pair.NONE, Pair::plus);
  }

  private static boolean stableFails(List<Pair> windows, SliPolicy policy, double alpha) {
    if (!policy.attributed()) {
      return false;
    }
    Events stable = total(windows).stable();
    return ObjectiveTest.logHarm(
            stable.surely(),
            stable.trials(),
            policy.absolute().orElseThrow().objective(),
            policy.phi())
        >= ObjectiveTest.threshold(alpha);
  }

  /** Each side gets the count that makes its claim harder where a histogram is not exact. */
  private static RatioEvidence add(RatioTest test, RatioEvidence before, Pair window) {
    Events ours = window.candidate();
    Events theirs = window.stable();
    return test.direction() == Direction.HARM
        ? test.add(before, ours.surely(), ours.trials(), theirs.possibly(), theirs.trials())
        : test.add(before, ours.possibly(), ours.trials(), theirs.surely(), theirs.trials());
  }

  private List<Pair> withLast(Pair window) {
    List<Pair> last = new ArrayList<>(trailing);
    last.add(window);
    if (last.size() > TRAILING) {
      last.removeFirst();
    }
    return last;
  }

  private List<Stratum> withStratum(Pair window, int weight) {
    List<Stratum> next = new ArrayList<>();
    boolean found = false;
    for (Stratum stratum : strata) {
      boolean same = stratum.weight() == weight;
      found |= same;
      next.add(same ? new Stratum(weight, stratum.totals().plus(window)) : stratum);
    }
    if (!found) {
      next.add(new Stratum(weight, window));
    }
    return next;
  }
}
