package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.BakeAnalysis;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.BakeDetector;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.statistics.EDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows of one look of a bake. Counted absolute SLIs feed their e-detector, calibration and
 * cohorts and expressions go on as they did, and comparisons with stable stop, for stable gets no
 * traffic.
 */
final class BakeWindows {
  private static final int ALL = 100;

  private final Attempt attempt;
  private final Bake bake;
  private final Instant cursor;

  BakeWindows(Attempt attempt, Bake bake, Instant cursor) {
    this.attempt = attempt;
    this.bake = bake;
    this.cursor = cursor;
  }

  /** Counts every window up to `end`; empty when samples from further back are needed first. */
  Optional<Attempt> count(Instant end, ArmSamples arm) {
    var detectors = detectors();
    var slis = new ArrayList<>(attempt.measurements().slis());
    int observed = 0;
    var window = attempt.policy().window();
    for (var start = cursor; start.isBefore(end); start = start.plus(window)) {
      var edges = new WindowEdges(start.toEpochMilli(), start.plus(window).toEpochMilli());
      observed += arm.observed(edges) ? 1 : 0;
      for (int i = 0; i < slis.size(); i++) {
        var policy = attempt.policy().slis().get(i);
        var reading = SliReader.read(policy.kind(), arm, edges);
        if (reading instanceof Reading.ReadBack<WindowCounts>) {
          return Optional.empty();
        }
        if (policy.goesOnWhileBaking()) {
          slis.set(i, goingOn(i, slis.get(i), start.plus(window), arm.observed(edges), reading));
        } else if (BakeAnalysis.watches(policy)) {
          var watch = new BakeAnalysis(policy, attempt.policy().risk(), bake.plannedWindows());
          detectors.set(i, watch.fold(detectors.get(i), reading));
        }
      }
    }
    return Optional.of(moved(end, observed, detectors, slis));
  }

  /** The answer must not be counted: its windows pass unobserved. */
  Attempt skip(Instant end) {
    return moved(end, 0, detectors(), attempt.measurements().slis());
  }

  private SliState goingOn(
      int index, SliState before, Instant end, boolean observed, Reading<WindowCounts> reading) {
    var policy = attempt.policy();
    var first = attempt.measurements().firstEffectiveAt();
    var since = first == null ? Duration.ZERO : Duration.between(first, end);
    var window = new SliWindow(ALL, since, observed, reading, new Reading.NoData<>());
    return new SliAnalysis(policy.slis().get(index), policy.risk()).fold(before, window);
  }

  private List<EDetector> detectors() {
    var all = new ArrayList<EDetector>();
    for (var policy : attempt.policy().slis()) {
      all.add(
          bake.detectors().stream()
              .filter(one -> one.sli().equals(policy.name()))
              .map(BakeDetector::detector)
              .findFirst()
              .orElse(EDetector.NONE));
    }
    return all;
  }

  private Attempt moved(Instant end, int observed, List<EDetector> detectors, List<SliState> slis) {
    var named = new ArrayList<BakeDetector>();
    for (int i = 0; i < detectors.size(); i++) {
      if (!detectors.get(i).equals(EDetector.NONE)) {
        named.add(new BakeDetector(attempt.policy().slis().get(i).name(), detectors.get(i)));
      }
    }
    var before = attempt.measurements();
    var measured =
        new Measurements(
            before.cursor(),
            before.observedWindows(),
            before.skipped(),
            before.emptyLooks(),
            0,
            null,
            before.firstEffectiveAt(),
            before.candidateRequests(),
            before.stableRequests(),
            slis,
            before.futileLooks());
    return attempt
        .withMeasurements(measured)
        .withBake(
            new Bake(
                bake.startedAt(), end, bake.windows() + observed, bake.plannedWindows(), named));
  }
}
