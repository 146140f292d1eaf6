package dev.regularizer.testkit;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Specs as users write them, built from the last one.
 *
 * @param version the only thing that differs between revisions here
 * @param rejectionObjective of the rejection SLI
 * @param holdAbove of the calibration SLI
 * @param labels who exports those of the calibration SLI
 * @param more SLIs besides those two
 */
public record Specs(
    long generation,
    String version,
    int replicas,
    RolloutSpec rollout,
    double rejectionObjective,
    Gate gate,
    boolean paused,
    int revisionHistoryLimit,
    Optional<Integer> holdAbove,
    LabelSource labels,
    List<DeclaredSli> more) {

  /** Three replicas, two steps, 10 s windows, rejections and calibration. */
  public static Specs first() {
    return new Specs(
        1,
        "1.0.0",
        2,
        new RolloutSpec(
            List.of(new Step(10, Duration.ofSeconds(30)), new Step(50, Duration.ofSeconds(30))),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            OnInconclusive.HOLD,
            3,
            3,
            Optional.empty()),
        0.01,
        Gate.Pass,
        false,
        10,
        Optional.empty(),
        LabelSource.Server,
        List.of());
  }

  /** The same spec asking for another revision. */
  public Specs version(String next) {
    return new Specs(
        generation + 1,
        next,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec with another capacity. */
  public Specs replicas(int next) {
    return new Specs(
        generation + 1,
        version,
        next,
        rollout,
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec, keeping another number of old revisions. */
  public Specs historyLimit(int next) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        paused,
        next,
        holdAbove,
        labels,
        more);
  }

  /** The same spec, paused or not. */
  public Specs paused(boolean next) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        next,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec with another objective for rejections. */
  public Specs rejectionObjective(double next) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        next,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec with another gate for all SLIs. */
  public Specs gate(Gate next) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        next,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec with an edited plan. */
  public Specs rollout(UnaryOperator<RolloutSpec> edit) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        edit.apply(rollout),
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        more);
  }

  /** The same spec, the weight held at or below a percentage until calibration is proven. */
  public Specs holdAbove(int percent) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        Optional.of(percent),
        labels,
        more);
  }

  /** The same spec, its cost per prediction judged against stable's. */
  public Specs judgingCost() {
    return judging(cost());
  }

  /** The same spec with labels from somewhere else. */
  public Specs labels(LabelSource next) {
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        next,
        more);
  }

  /** The same spec with one SLI more. */
  public Specs judging(DeclaredSli sli) {
    var all = new ArrayList<>(more);
    all.add(sli);
    return new Specs(
        generation + 1,
        version,
        replicas,
        rollout,
        rejectionObjective,
        gate,
        paused,
        revisionHistoryLimit,
        holdAbove,
        labels,
        List.copyOf(all));
  }

  ModelSpec spec() {
    var slis =
        new ArrayList<>(
            List.of(
                sli("rejections", new SliKind.RejectionRate(), rejectionObjective),
                sli(
                        "calibration",
                        new SliKind.CalibrationError(LabelSeries.CONTRACT.from(labels)),
                        0.05)
                    .holdingAbove(holdAbove)));
    slis.addAll(more);
    return new ModelSpec(
        new ModelKey("vision", "ic"),
        generation,
        JsonReader.read("{\"model\":{\"version\":\"" + version + "\"}}"),
        replicas,
        Duration.ofMinutes(1),
        revisionHistoryLimit,
        "ic",
        rollout,
        new TrialPolicy(
            SliDefaults.resolve(slis),
            0.05,
            0.05,
            Duration.ofSeconds(10),
            Duration.ofSeconds(4),
            "default"),
        paused);
  }

  private DeclaredSli cost() {
    return new DeclaredSli(
        "cost",
        new SliKind.CostPerPrediction(),
        Optional.of(gate),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new DeclaredSli.Ratio(
                Optional.of(1.05), Optional.empty(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private DeclaredSli sli(String name, SliKind kind, double objective) {
    return new DeclaredSli(
        name,
        kind,
        Optional.of(gate),
        Optional.of(objective),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
