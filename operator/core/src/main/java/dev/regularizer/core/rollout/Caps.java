package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.state.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The hard cap on bad events: a bound on damage, not a test. It counts, per SLI of requests or of
 * events of the user's own choice that can roll back, the bad ones of the candidate in the whole
 * attempt. Labels do not count: a wrong answer is no failed request.
 */
final class Caps {
  private Caps() {}

  /** The first SLI over the cap, in the order of the policy. */
  static Optional<SliResult> exceeded(
      Situation situation, Attempt attempt, List<SliResult> results) {
    var slis = attempt.policy().slis();
    return situation
        .spec()
        .rollout()
        .badEventsLimit()
        .flatMap(most ->
            IntStream.range(0, slis.size())
                .filter(i -> slis.get(i).gate() != Gate.Advisory && slis.get(i).countsRequests())
                .mapToObj(results::get)
                .filter(result -> result.badEvents() > most)
                .findFirst());
  }

  /** What happened, with figures. */
  static String message(Situation situation, Attempt attempt, SliResult result) {
    return result.name()
        + ": "
        + result.badEvents()
        + " bad events of the candidate in "
        + result.samples()
        + " "
        + unit(attempt, result)
        + ", limits.badEvents allows "
        + situation.spec().rollout().badEventsLimit().orElseThrow();
  }

  private static String unit(Attempt attempt, SliResult result) {
    return attempt.policy().slis().stream()
            .filter(sli -> sli.name().equals(result.name()))
            .anyMatch(sli -> sli.kind() instanceof SliKind.EventRate)
        ? "events"
        : "requests";
  }
}
