package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Policies and windows for tests. */
final class Slis {

  static final Risk RISK = new Risk(.05, .05);

  private Slis() {}

  static DeclaredSli declared(String name, SliKind kind, double objective) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        Optional.of(objective),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static DeclaredSli versusStable(String name, SliKind kind) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new DeclaredSli.Ratio(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static DeclaredSli with(DeclaredSli sli, Gate gate) {
    return new DeclaredSli(
        sli.name(),
        sli.kind(),
        Optional.of(gate),
        sli.objective(),
        sli.limit(),
        sli.versusStable(),
        sli.minimum(),
        sli.labelDelay(),
        sli.whenStableFailsToo());
  }

  static DeclaredSli with(DeclaredSli sli, StableFailure whenStableFailsToo) {
    return new DeclaredSli(
        sli.name(),
        sli.kind(),
        sli.gate(),
        sli.objective(),
        sli.limit(),
        sli.versusStable(),
        sli.minimum(),
        sli.labelDelay(),
        Optional.of(whenStableFailsToo));
  }

  static DeclaredSli with(DeclaredSli sli, Duration labelDelay) {
    return new DeclaredSli(
        sli.name(),
        sli.kind(),
        sli.gate(),
        sli.objective(),
        sli.limit(),
        sli.versusStable(),
        sli.minimum(),
        Optional.of(labelDelay),
        sli.whenStableFailsToo());
  }

  static SliAnalysis analysis(DeclaredSli sli) {
    return new SliAnalysis(SliDefaults.resolve(List.of(sli)).getFirst(), RISK);
  }

  static SliAnalysis rejections() {
    return analysis(declared("rejections", new SliKind.RejectionRate(), .01));
  }

  static SliWindow window(WindowCounts candidate, WindowCounts stable) {
    return new SliWindow(
        10,
        Duration.ofHours(1),
        true,
        new Reading.Counted<>(candidate),
        new Reading.Counted<>(stable));
  }

  static SliWindow window(long kc, long nc, long ks, long ns) {
    return window(new Events(kc, kc, nc), new Events(ks, ks, ns));
  }

  static SliState fold(SliAnalysis analysis, SliState before, int times, SliWindow window) {
    SliState state = before;
    for (int i = 0; i < times; i++) {
      state = analysis.fold(state, window);
    }
    return state;
  }
}
