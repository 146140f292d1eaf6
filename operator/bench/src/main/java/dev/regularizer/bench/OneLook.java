package dev.regularizer.bench;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.rollout.LookFold;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.PodStart;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the operator does with one answer of Prometheus.
 *
 * @param attempt with what was measured before
 * @param look one window of all pods
 */
record OneLook(Attempt attempt, LookFold look) {
  private static final int WINDOWS_BEFORE = 40;

  static OneLook inTheMiddleOfATrial() {
    var attempt = start();
    for (int window = 0; window < WINDOWS_BEFORE; window++) {
      attempt = look(window).onto(attempt).orElseThrow();
    }
    return new OneLook(attempt, look(WINDOWS_BEFORE));
  }

  private static Attempt start() {
    var policy =
        new TrialPolicy(
            SliDefaults.resolve(Slis.declared()), .05, .05, Pods.WINDOW, Duration.ZERO, "default");
    var from = Pods.start(0);
    return new Attempt(
        1,
        AttemptKind.TRIAL,
        policy,
        Pods.STABLE,
        Pods.PER_REVISION,
        0,
        from,
        List.of(StepRecord.intended(1, 25, Duration.ofHours(2), from).effective(from)),
        Measurements.start(policy.slis().size()).from(from, from),
        null,
        null,
        LookLog.NONE,
        null);
  }

  private static LookFold look(int window) {
    var from = Pods.start(window);
    return new LookFold(
        Pods.NAMESPACE,
        Pods.CANDIDATE,
        Pods.STABLE,
        new LookRun(from, 1, 1, 1, Pods.INTERVAL, Optional.empty(), false, true, 0, true),
        Pods.scraped(window),
        "",
        Pods.names().stream().map(pod -> new PodStart(pod, Instant.EPOCH, false, from)).toList());
  }

  /** Counts the window of both revisions and judges. */
  RolloutVerdict verdict() {
    var policy = attempt.policy();
    var results = look.onto(attempt).orElseThrow().results();
    return RolloutVerdict.of(policy.slis(), results, policy.risk());
  }

  SampleMatrix samples() {
    return look.matrix();
  }
}
