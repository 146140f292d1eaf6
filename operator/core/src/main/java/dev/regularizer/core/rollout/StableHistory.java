package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryPlan;
import dev.regularizer.core.history.HistoryReading;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Pod;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How stable behaved before an attempt: asked for while the candidate's pods start, and frozen into
 * the attempt in the write that begins its first step. A Prometheus that does not answer in time
 * costs the measurement, never the rollout.
 */
final class StableHistory {
  /** How long an attempt waits for it, since it began. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration RETRY = Duration.ofSeconds(5);

  private StableHistory() {}

  /** Asks, unless there is an answer or one that failed just now. */
  static Plan ask(Plan plan, Situation situation, RevisionRecord candidate, Attempt attempt) {
    var stable = situation.stable();
    var timing = situation.seen().timing();
    if (stable == null || timing == null || patienceOver(situation, attempt)) {
      return plan;
    }
    var answer = answer(situation, candidate, attempt);
    if (answer.isPresent()) {
      return answer.get().result() instanceof HistoryAnswer.Failed(var detail, var at)
              && situation.now().isBefore(at.plus(RETRY))
          ? plan.wake(at.plus(RETRY))
          : answer.get().result() instanceof HistoryAnswer.Failed
              ? plan.ask(request(situation, candidate, stable, attempt))
              : plan;
    }
    return plan.ask(request(situation, candidate, stable, attempt)).wake(until(situation, attempt));
  }

  /** The attempt with what is known of stable; empty while an answer may still come. */
  static Optional<Attempt> frozen(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var result = answer(situation, candidate, attempt).map(HistoryAnswer::result);
    if (result.orElse(null) instanceof HistoryAnswer.Read(var counts, var reading)) {
      var policy = counts.frozen(attempt.policy());
      var last = situation.spec().rollout().steps().getLast().weight();
      var traffic = counts.traffic(policy, last);
      return Optional.of(attempt.knowing(policy, remembered(traffic, reading.concise(policy))));
    }
    return patienceOver(situation, attempt)
        ? Optional.of(attempt.knowing(attempt.policy(), StableTraffic.unknown()))
        : Optional.empty();
  }

  /** How it was read is for replays; a fleet that was just started is too long to be kept. */
  private static StableTraffic remembered(StableTraffic traffic, HistoryReading reading) {
    return reading.podStarts().size() > HistoryReading.PODS ? traffic : traffic.readBy(reading);
  }

  private static boolean patienceOver(Situation situation, Attempt attempt) {
    return !situation.now().isBefore(until(situation, attempt));
  }

  /** When the attempt goes on without. */
  static Instant until(Situation situation, Attempt attempt) {
    return situation.askedAt(attempt).plus(PATIENCE);
  }

  private static Optional<HistoryAnswer> answer(
      Situation situation, RevisionRecord candidate, Attempt attempt) {
    return Optional.ofNullable(situation.seen().history())
        .filter(one -> one.revision().equals(candidate.name()))
        .filter(one -> one.attempt() == attempt.number());
  }

  private static Request request(
      Situation situation, RevisionRecord candidate, RevisionRecord stable, Attempt attempt) {
    var timing = situation.seen().timing();
    if (timing == null) {
      throw new IllegalStateException("history without a connection");
    }
    var pods = situation.workload(stable).pods();
    return new Request.History(
        candidate.name(),
        attempt.number(),
        stable.name(),
        attempt.policy(),
        new HistoryPlan(
            attempt.startedAt().minus(timing.scrapeInterval()).minus(timing.ingestionLag()),
            attempt.policy().window()),
        pods.stream().collect(Collectors.toMap(Pod::name, Pod::startedAt)),
        pods.stream().filter(one -> one.restarts() > 0).map(Pod::name).collect(Collectors.toSet()));
  }
}
