package dev.regularizer.bench;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SLIs of a look: every kind that is counted, absolute and against stable. */
final class Slis {
  private static final double[] THRESHOLDS = {.1, .25, .5};

  private Slis() {}

  static List<DeclaredSli> declared() {
    var all = new ArrayList<DeclaredSli>();
    all.add(absolute("rejections", new SliKind.RejectionRate(), .01));
    all.add(absolute("errors", new SliKind.ErrorRate(), .01));
    all.add(versusStable("rejections-stable", new SliKind.RejectionRate()));
    all.add(versusStable("errors-stable", new SliKind.ErrorRate()));
    for (double threshold : THRESHOLDS) {
      all.add(absolute("latency-" + threshold, new SliKind.Latency(.95, threshold), .05));
      all.add(versusStable("latency-stable-" + threshold, new SliKind.Latency(.95, threshold)));
    }
    all.add(absolute("calibration", new SliKind.CalibrationError(), .05));
    all.add(versusStable("calibration-stable", new SliKind.CalibrationError()));
    all.add(versusStable("cost", new SliKind.CostPerPrediction()));
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
}
