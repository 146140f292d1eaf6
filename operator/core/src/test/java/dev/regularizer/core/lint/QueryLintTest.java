package dev.regularizer.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.Expression;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.history.HistoryPlan;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An expression is tried on stable before a trial: a slip of the pen is told before any weight. */
class QueryLintTest {

  private static final Instant END = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration SCRAPE = Duration.ofSeconds(5);
  private static final ArmSelector STABLE = ArmSelector.pods("vision", "ic-a");
  private static final SliKind.Query KIND = new SliKind.Query("avg(q{$(selector)})", 10, 3);

  @Test
  void oneThatStableKeepsIsNoFinding() {
    assertThat(findings(Gate.NoFail, window -> 10)).isEmpty();
    assertThat(findings(Gate.NoFail, window -> window % 3 == 0 ? 1 : 11)).isEmpty();
  }

  @Test
  void oneThatStableDoesNotKeepIsTold() {
    var found = findings(Gate.NoFail, window -> window >= 40 && window < 43 ? 11 : 1);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().message())
        .isEqualTo(
            "queue: stable itself was above the maximum for so many windows in a row that a"
                + " candidate like it fails; raise maximum or failures");
  }

  @Test
  void oneThatSaysNothingOfStableIsTold() {
    var found = findings(Gate.NoFail, window -> Double.NaN);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().message())
        .startsWith("queue: its expression gave no single number for stable: Prometheus refuses it")
        .endsWith("correct the expression");
  }

  @Test
  void anAdvisoryOneMayBeAnything() {
    assertThat(findings(Gate.Advisory, window -> Double.NaN)).isEmpty();
    assertThat(findings(Gate.Advisory, window -> 11)).isEmpty();
  }

  private static List<Finding> findings(Gate gate, IntToDoubleFunction queue) {
    var policy = policy(gate);
    var counts = HistoryCounts.start(policy);
    var arm = arm(queue);
    for (var chunk : new HistoryPlan(END, WINDOW).chunks()) {
      counts = counts.plus(policy, chunk, arm);
    }
    var frozen = counts.frozen(policy);
    assertThat(frozen).isEqualTo(policy);
    return PolicyLint.findings(frozen, plan(), counts.traffic(frozen, 50));
  }

  /** Scrapes of one pod, and the expression at the end of every window. */
  private static ArmSamples arm(IntToDoubleFunction queue) {
    var start = END.minus(WINDOW.multipliedBy(HistoryPlan.WINDOWS));
    var scrapes =
        IntStream.rangeClosed(0, 2 * HistoryPlan.WINDOWS)
            .mapToLong(i -> start.plus(SCRAPE.multipliedBy(i)).toEpochMilli())
            .toArray();
    var labels =
        new TreeMap<>(
            Map.of("namespace", "vision", "pod", "ic-a-b-c", "instance", "x", "outcome", "served"));
    var ends =
        IntStream.rangeClosed(1, HistoryPlan.WINDOWS)
            .mapToLong(i -> start.plus(WINDOW.multipliedBy(i)).toEpochMilli())
            .toArray();
    var values = IntStream.range(0, HistoryPlan.WINDOWS).mapToDouble(queue).toArray();
    var answer =
        Expression.of(KIND.expression(), STABLE, WINDOW)
            .answered(List.of(RawSeries.of("", new TreeMap<>(), ends, values)));
    return ArmSamples.of(
        new SampleMatrix(
                List.of(
                    RawSeries.of(
                        "model_predictions_total", labels, scrapes, new double[scrapes.length])))
            .plus(answer),
        STABLE,
        new CountingContext(SCRAPE, WINDOW, Map.of(), false));
  }

  private static RolloutSpec plan() {
    return new RolloutSpec(
        List.of(new Step(10, Duration.ofSeconds(100))),
        Duration.ofSeconds(200),
        Duration.ZERO,
        Duration.ZERO,
        OnInconclusive.HOLD,
        3,
        3,
        Optional.empty());
  }

  private static TrialPolicy policy(Gate gate) {
    return new TrialPolicy(
        SliDefaults.resolve(
            List.of(
                new DeclaredSli(
                    "queue",
                    KIND,
                    Optional.of(gate),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))),
        .05,
        .05,
        WINDOW,
        Duration.ZERO,
        "default");
  }
}
