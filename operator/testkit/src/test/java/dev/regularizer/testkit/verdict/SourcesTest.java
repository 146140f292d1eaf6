package dev.regularizer.testkit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.testkit.verdict.Miscalibration.Pattern;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** What the sources draw has the mean and the spread they declare. */
class SourcesTest {

  private static final int DRAWS = 50_000;

  @Test
  void costsHaveTheirMeanAndScatter() {
    for (double effect : new double[] {1, 4}) {
      Sampler sampler = new Sampler(17);
      CostSource source = new CostSource(Curve.constant(2), Curve.constant(1), effect);
      double[] moments = moments(() -> cost(source, sampler));
      assertThat(moments[0]).isCloseTo(300 * 2, within(3.0));
      assertThat(moments[1] / (300 * 2 * 2 * 2.25)).isCloseTo(effect, within(.05 * effect));
    }
  }

  @Test
  void noPredictionsCostNothing() {
    CostSource source = new CostSource(Curve.constant(2), Curve.constant(1));
    assertThat(source.draw(new Sampler(1), new Moment(0, 0, 0, 100)).candidate())
        .isEqualTo(new Reading.Counted<>(Costs.NONE));
  }

  @Test
  void labelsAreWrongByTheCalibrationErrorInEveryBin() {
    for (Pattern pattern : Pattern.values()) {
      Sampler sampler = new Sampler(19);
      Miscalibration truth = new Miscalibration(pattern, Curve.constant(.05));
      double error = 0;
      Bins bins = truth.draw(sampler, 0, 4_000_000);
      for (int b = 0; b < bins.counts().bins(); b++) {
        error += Math.abs(bins.counts().confidence().get(b) - bins.counts().correct().get(b));
      }
      assertThat(error / 4e6).as(pattern.label()).isCloseTo(.05, within(.001));
    }
  }

  @Test
  void burstsOfWrongLabelsScatterMore() {
    Sampler sampler = new Sampler(23);
    Miscalibration truth = new Miscalibration(Pattern.OVERCONFIDENT, Curve.constant(.05), 4);
    double[] moments =
        moments(() -> {
          Bins bins = truth.draw(sampler, 0, 1000);
          long n = bins.counts().trials().get(19);
          return (bins.counts().correct().get(19) - n * .902)
              / StrictMath.sqrt(n * .902 * (1 - .902));
        });
    assertThat(moments[0]).isCloseTo(0, within(.05));
    assertThat(moments[1]).isCloseTo(4, within(.2));
  }

  private static double cost(CostSource source, Sampler sampler) {
    Reading<WindowCounts> reading = source.draw(sampler, new Moment(0, 10, 300, 2700)).candidate();
    return reading instanceof Reading.Counted<WindowCounts>(Costs costs) ? costs.cost() : 0;
  }

  private static double[] moments(DoubleSupplier draw) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = draw.getAsDouble();
      sum += x;
      squares += x * x;
    }
    double mean = sum / DRAWS;
    return new double[] {mean, squares / DRAWS - mean * mean};
  }
}
