package dev.regularizer.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.EventRate;
import dev.regularizer.core.analysis.SliKind.Latency;
import dev.regularizer.core.analysis.SliKind.PredictionError;
import dev.regularizer.core.analysis.SliKind.RejectionRate;
import dev.regularizer.core.counting.EventSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users may leave out. */
class SliDefaultsTest {

  @Test
  void limitsPerKind() {
    assertThat(absolute(Slis.declared("r", new RejectionRate(), .01)))
        .isEqualTo(new Absolute(.01, .015));
    assertThat(absolute(Slis.declared("e", new ErrorRate(), .02)))
        .isEqualTo(new Absolute(.02, .03));
    assertThat(absolute(Slis.declared("c", new CalibrationError(), .05)))
        .isEqualTo(new Absolute(.05, .07));
    assertThat(absolute(Slis.declared("w", new PredictionError(), .1)))
        .isEqualTo(new Absolute(.1, .15));
    assertThat(absolute(Slis.declared("w", new PredictionError(), .7)))
        .isEqualTo(new Absolute(.7, 1));
    assertThat(absolute(Slis.declared("t", new EventRate(EventSeries.ERRORS), .002)))
        .isEqualTo(new Absolute(.002, .003));
  }

  @Test
  void aLatencyQuantileIsAnObjectiveOnExceedances() {
    DeclaredSli latency =
        new DeclaredSli(
            "l",
            new Latency(.95, .25),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(absolute(latency)).isEqualTo(new Absolute(.05, .065));
  }

  @Test
  void ratiosAndFloors() {
    SliPolicy policy = resolve(Slis.versusStable("errors", new ErrorRate()));
    assertThat(policy.absolute()).isEmpty();
    assertThat(policy.versusStable()).contains(new VersusStable(1.1, 1.5, .001, .005));
    SliPolicy latency = resolve(Slis.versusStable("latency", new Latency(.95, .25)));
    assertThat(latency.absolute()).isEmpty();
  }

  @Test
  void theRest() {
    SliPolicy rejections = resolve(Slis.declared("r", new RejectionRate(), .01));
    assertThat(rejections.gate()).isEqualTo(Gate.Pass);
    assertThat(rejections.minimum()).isEqualTo(200);
    assertThat(rejections.minimumBadEvents()).isEqualTo(5);
    assertThat(rejections.labelDelay()).isEqualTo(Duration.ZERO);
    assertThat(rejections.whenStableFailsToo()).isEqualTo(StableFailure.Hold);
    assertThat(rejections.phi()).isEqualTo(1);
    assertThat(resolve(Slis.declared("c", new CalibrationError(), .05)).minimum()).isEqualTo(300);
    assertThat(resolve(Slis.declared("w", new PredictionError(), .1)).minimum()).isEqualTo(200);
  }

  @Test
  void weightsAreSharedByThoseThatCanRollBack() {
    List<SliPolicy> policies =
        SliDefaults.resolve(
            List.of(
                Slis.declared("a", new RejectionRate(), .01),
                Slis.with(Slis.declared("b", new ErrorRate(), .01), Gate.Advisory),
                Slis.with(Slis.declared("c", new ErrorRate(), .01), Gate.NoFail)));
    assertThat(policies).extracting(SliPolicy::weight).containsExactly(.5, 0.0, .5);
  }

  @Test
  void contradictionsAreRefusedWithWords() {
    DeclaredSli neither = Slis.declared("e", new ErrorRate(), .01);
    assertThatThrownBy(() ->
            resolve(
                new DeclaredSli(
                    "e",
                    neither.kind(),
                    neither.gate(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SLI e")
        .hasMessageContaining("neither");
    assertThatThrownBy(() -> new Absolute(.02, .02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit 0.02 is not above the objective 0.02");
    assertThatThrownBy(() -> new VersusStable(1.5, 1.2, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VersusStable(1.1, 1.2, .01, .001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Risk(0, .05)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Latency(1, .25)).isInstanceOf(IllegalArgumentException.class);
  }

  private static SliPolicy resolve(DeclaredSli sli) {
    return SliDefaults.resolve(List.of(sli)).getFirst();
  }

  private static Absolute absolute(DeclaredSli sli) {
    return resolve(sli).absolute().orElseThrow();
  }
}
