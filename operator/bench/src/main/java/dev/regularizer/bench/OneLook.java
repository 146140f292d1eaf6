package dev.regularizer.bench;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.WindowEdges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator does with one answer of Prometheus.
 *
 * @param policies of the SLIs
 * @param states what they remember from the windows before
 * @param samples of all pods
 */
record OneLook(
    List<SliPolicy> policies,
    List<SliState> states,
    SampleMatrix samples,
    CountingContext context) {
  private static final Risk RISK = new Risk(.05, .05);
  private static final int WINDOWS_BEFORE = 40;
  private static final int WEIGHT = 25;

  static OneLook inTheMiddleOfATrial() {
    var policies = SliDefaults.resolve(slis());
    var states = new ArrayList<SliState>();
    policies.forEach(policy -> states.add(SliState.START));
    var look = new OneLook(policies, states, SampleMatrix.EMPTY, context(new Pods()));
    for (int window = 0; window < WINDOWS_BEFORE; window++) {
      var pods = new Pods();
      look =
          new OneLook(
              policies,
              new OneLook(policies, look.states(), pods.scraped(window), context(pods)).counted(),
              pods.scraped(window + 1),
              context(pods));
    }
    return look;
  }

  private static CountingContext context(Pods pods) {
    Map<String, Instant> starts = new HashMap<>();
    pods.names().forEach(name -> starts.put(name, Instant.EPOCH));
    return new CountingContext(Pods.INTERVAL, Pods.WINDOW, starts, false);
  }

  private static List<DeclaredSli> slis() {
    var all = new ArrayList<DeclaredSli>();
    all.add(absolute("rejections", new SliKind.RejectionRate(), .01));
    all.add(absolute("errors", new SliKind.ErrorRate(), .01));
    all.add(versusStable("rejections-stable", new SliKind.RejectionRate()));
    all.add(versusStable("errors-stable", new SliKind.ErrorRate()));
    for (double threshold : new double[] {.1, .25, .5, 1}) {
      all.add(absolute("latency-" + threshold, new SliKind.Latency(.95, threshold), .05));
    }
    for (double threshold : new double[] {.1, .25, .5}) {
      all.add(versusStable("latency-stable-" + threshold, new SliKind.Latency(.95, threshold)));
    }
    all.add(absolute("calibration", new SliKind.CalibrationError(), .05));
    all.add(versusStable("calibration-stable", new SliKind.CalibrationError()));
    return all;
  }

  private static DeclaredSli absolute(String name, SliKind kind, double objective) {
    return declared(name, kind, Optional.of(objective), Optional.empty());
  }

  private static DeclaredSli versusStable(String name, SliKind kind) {
    var usual =
        new DeclaredSli.Ratio(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    return declared(name, kind, Optional.empty(), Optional.of(usual));
  }

  private static DeclaredSli declared(
      String name,
      SliKind kind,
      Optional<Double> objective,
      Optional<DeclaredSli.Ratio> versusStable) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Counts the window of both revisions and judges. */
  RolloutVerdict verdict() {
    var next = counted();
    var results = new ArrayList<SliResult>();
    for (int i = 0; i < policies.size(); i++) {
      results.add(new SliAnalysis(policies.get(i), RISK).result(next.get(i)));
    }
    return RolloutVerdict.of(policies, results, RISK);
  }

  /** The states after one more window. */
  List<SliState> counted() {
    var candidate =
        ArmSamples.of(samples, ArmSelector.pods(Pods.NAMESPACE, Pods.CANDIDATE), context);
    var stable = ArmSamples.of(samples, ArmSelector.pods(Pods.NAMESPACE, Pods.STABLE), context);
    var edges = edges();
    var next = new ArrayList<SliState>();
    for (int i = 0; i < policies.size(); i++) {
      var kind = policies.get(i).kind();
      var window =
          new SliWindow(
              WEIGHT,
              Duration.ofMinutes(30),
              candidate.observed(edges) || stable.observed(edges),
              SliReader.read(kind, candidate, edges),
              SliReader.read(kind, stable, edges));
      next.add(new SliAnalysis(policies.get(i), RISK).fold(states.get(i), window));
    }
    return next;
  }

  private WindowEdges edges() {
    var series = samples.series().getFirst();
    long last = series.timeMillis(series.size() - 1);
    return new WindowEdges(last - Pods.WINDOW.toMillis(), last);
  }
}
