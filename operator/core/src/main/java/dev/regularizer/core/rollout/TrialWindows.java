package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The windows of one look of a trial, folded in order into what was measured before. */
final class TrialWindows {
  private static final int REMEMBERED = 20;
  private static final int EMPTY_LOOKS = 20;

  private final Attempt attempt;
  private final boolean timed;
  private final RequestCount requestCount;

  /**
   * Windows of an attempt.
   *
   * @param timed whether observed windows count as step time; not while paused
   */
  TrialWindows(Attempt attempt, boolean timed) {
    this.attempt = attempt;
    this.timed = timed;
    this.requestCount = new RequestCount(attempt.policy());
  }

  /** What changes from window to window while a look is folded. */
  private record Running(
      List<SliState> slis,
      List<Boolean> skipped,
      int observed,
      int valid,
      long candidate,
      long stable,
      @Nullable String problem) {}

  /**
   * Samples came: every window up to `end` is counted, skipped, or was not observed. Empty when
   * samples from further back are needed first.
   */
  Optional<Attempt> count(Instant end, ArmSamples candidate, ArmSamples stable) {
    var measured = attempt.measurements();
    var running =
        new Running(
            measured.slis(),
            measured.skipped(),
            0,
            0,
            measured.candidateRequests(),
            measured.stableRequests(),
            null);
    for (var start = cursor(); start.isBefore(end); start = start.plus(window())) {
      var edges = new WindowEdges(start.toEpochMilli(), start.plus(window()).toEpochMilli());
      var next = window(running, edges, candidate, stable);
      if (next == null) {
        return Optional.empty();
      }
      running = next;
    }
    return Optional.of(folded(running, end));
  }

  /** The answer must not be counted: its windows are observed and skipped. */
  Attempt unusable(Instant end, InvalidReason reason, String detail) {
    var measured = attempt.measurements();
    var running =
        new Running(
            measured.slis(),
            measured.skipped(),
            0,
            0,
            measured.candidateRequests(),
            measured.stableRequests(),
            null);
    for (var start = cursor(); start.isBefore(end); start = start.plus(window())) {
      running = skip(running, start.plus(window()), new Reading.Invalid<>(reason, detail));
    }
    return folded(running, end);
  }

  private @Nullable Running window(
      Running before, WindowEdges edges, ArmSamples candidate, ArmSamples stable) {
    var end = Instant.ofEpochMilli(edges.endMillis());
    var observed = candidate.observed(edges) || stable.observed(edges);
    var ours = new ArrayList<Reading<WindowCounts>>();
    var theirs = new ArrayList<Reading<WindowCounts>>();
    // SLIs that are counted alike are counted once.
    var oursByKind = new HashMap<SliKind, Reading<WindowCounts>>();
    var theirsByKind = new HashMap<SliKind, Reading<WindowCounts>>();
    for (var sli : attempt.policy().slis()) {
      ours.add(
          oursByKind.computeIfAbsent(sli.kind(), kind -> SliReader.read(kind, candidate, edges)));
      theirs.add(
          theirsByKind.computeIfAbsent(sli.kind(), kind -> SliReader.read(kind, stable, edges)));
    }
    var all = new ArrayList<>(ours);
    all.addAll(theirs);
    if (all.stream().anyMatch(Reading.ReadBack.class::isInstance)) {
      return null;
    }
    for (var reading : all) {
      if (reading instanceof Reading.Invalid<WindowCounts> invalid
          && !invalid.reason().ofExpression()) {
        return skip(before, end, invalid);
      }
    }
    var slis = new ArrayList<SliState>();
    for (int i = 0; i < before.slis().size(); i++) {
      slis.add(fold(i, before.slis().get(i), window(end, observed, ours.get(i), theirs.get(i))));
    }
    var requests = requestCount.of(candidate, stable, edges);
    return new Running(
        slis,
        observed ? remember(before.skipped(), false) : before.skipped(),
        before.observed() + (observed ? 1 : 0),
        before.valid() + (requests.both() ? 1 : 0),
        before.candidate() + requests.candidate(),
        before.stable() + requests.stable(),
        problem(ours));
  }

  /** What an expression gives says nothing of the samples, so it spoils no window of the others. */
  private static @Nullable String problem(List<Reading<WindowCounts>> readings) {
    return readings.stream()
        .filter(Reading.Invalid.class::isInstance)
        .map(one -> text((Reading.Invalid<WindowCounts>) one))
        .findFirst()
        .orElse(null);
  }

  private static String text(Reading.Invalid<?> invalid) {
    return invalid.reason() + ": " + invalid.detail();
  }

  private Running skip(Running before, Instant end, Reading.Invalid<WindowCounts> invalid) {
    var slis = new ArrayList<SliState>();
    for (int i = 0; i < before.slis().size(); i++) {
      slis.add(fold(i, before.slis().get(i), window(end, true, invalid, invalid)));
    }
    return new Running(
        slis,
        remember(before.skipped(), true),
        before.observed() + 1,
        before.valid(),
        before.candidate(),
        before.stable(),
        text(invalid));
  }

  private SliWindow window(
      Instant end, boolean observed, Reading<WindowCounts> ours, Reading<WindowCounts> theirs) {
    var first = attempt.measurements().firstEffectiveAt();
    var since = first == null ? Duration.ZERO : Duration.between(first, end);
    return new SliWindow(attempt.step().orElseThrow().weight(), since, observed, ours, theirs);
  }

  private SliState fold(int index, SliState before, SliWindow window) {
    var policy = attempt.policy();
    return new SliAnalysis(policy.slis().get(index), policy.risk()).fold(before, window);
  }

  private Attempt folded(Running running, Instant end) {
    var measured = attempt.measurements();
    var time = timed ? running.observed() : 0;
    var next =
        new Measurements(
            end,
            measured.observedWindows() + time,
            running.skipped(),
            running.observed() == 0 ? Math.min(EMPTY_LOOKS, measured.emptyLooks() + 1) : 0,
            0,
            running.problem(),
            measured.firstEffectiveAt(),
            running.candidate(),
            running.stable(),
            running.slis(),
            measured.futileLooks());
    return attempt
        .withStep(attempt.step().orElseThrow().counted(time, running.valid()))
        .withMeasurements(next);
  }

  private Instant cursor() {
    var cursor = attempt.measurements().cursor();
    if (cursor == null) {
      throw new IllegalStateException("a look before any weight was effective");
    }
    return cursor;
  }

  private Duration window() {
    return attempt.policy().window();
  }

  private static List<Boolean> remember(List<Boolean> before, boolean skipped) {
    var all = new ArrayList<>(before);
    all.add(skipped);
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }
}
