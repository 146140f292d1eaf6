package dev.regularizer.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.rollout.RequestCount.Requests;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as a request, when servers name their series themselves. */
class RequestCountTest {

  private static final Duration SCRAPE = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final WindowEdges EDGES = new WindowEdges(20_000, 30_000);
  private static final String OWN = "answers_total";
  private static final SliKind EVENTS =
      new SliKind.EventRate(
          new EventSeries(
              List.of(SeriesSelector.of("toxic_total")), List.of(SeriesSelector.of(OWN))));

  private final List<RawSeries> samples = new ArrayList<>();

  @Test
  void theContractTells() {
    counts("ic-a", TelemetryContract.PREDICTIONS, 30);
    counts("ic-b", TelemetryContract.PREDICTIONS, 10);
    counts("ic-a", OWN, 300);
    counts("ic-b", OWN, 100);
    assertThat(requests(new SliKind.RejectionRate(), EVENTS)).isEqualTo(new Requests(10, 30));
    assertThat(requests(new SliKind.PredictionError(), EVENTS)).isEqualTo(new Requests(10, 30));
  }

  @Test
  void unlessAnSliOfRequestsNamesItsOwn() {
    counts("ic-a", OWN, 300);
    counts("ic-b", OWN, 100);
    var own = new EventSeries(EventSeries.ERRORS.bad(), List.of(SeriesSelector.of(OWN)));
    assertThat(requests(new SliKind.ErrorRate(own))).isEqualTo(new Requests(100, 300));
    var costs = new CostSeries(SeriesSelector.of(OWN), List.of(SeriesSelector.of(OWN)));
    assertThat(requests(new SliKind.CostPerPrediction(costs))).isEqualTo(new Requests(100, 300));
    assertThat(requests(new SliKind.PredictionError())).isEqualTo(new Requests(0, 0));
  }

  @Test
  void eventsStandForRequestsWhereNeitherRevisionCountsAny() {
    counts("ic-a", OWN, 300);
    counts("ic-b", OWN, 100);
    assertThat(requests(EVENTS)).isEqualTo(new Requests(100, 300));
    counts("ic-a", TelemetryContract.PREDICTIONS, 30);
    assertThat(requests(EVENTS)).isEqualTo(new Requests(0, 30));
  }

  private Requests requests(SliKind... kinds) {
    return new RequestCount(policy(kinds)).of(arm("ic-b"), arm("ic-a"), EDGES);
  }

  private ArmSamples arm(String revision) {
    return ArmSamples.of(
        new SampleMatrix(samples),
        ArmSelector.pods("vision", revision),
        new CountingContext(SCRAPE, WINDOW, Map.of(), false));
  }

  /** A counter that moves evenly, by so many in each window. */
  private void counts(String revision, String metric, int perWindow) {
    var times = new long[7];
    var values = new double[7];
    for (int i = 0; i < times.length; i++) {
      times[i] = i * SCRAPE.toMillis();
      values[i] = i * perWindow / 2.0;
    }
    var pod = revision + "-b-c";
    samples.add(
        RawSeries.of(
            metric,
            new TreeMap<>(
                Map.of("namespace", "vision", "pod", pod, "instance", pod, "outcome", "served")),
            times,
            values));
  }

  private static TrialPolicy policy(SliKind... kinds) {
    var slis = Stream.of(kinds).map(RequestCountTest::sli).toList();
    return new TrialPolicy(SliDefaults.resolve(slis), .05, .05, WINDOW, Duration.ZERO, "default");
  }

  private static DeclaredSli sli(SliKind kind) {
    boolean cost = kind instanceof SliKind.CostPerPrediction;
    return new DeclaredSli(
        "sli",
        kind,
        Optional.empty(),
        cost ? Optional.empty() : Optional.of(.05),
        Optional.empty(),
        cost
            ? Optional.of(
                new DeclaredSli.Ratio(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
