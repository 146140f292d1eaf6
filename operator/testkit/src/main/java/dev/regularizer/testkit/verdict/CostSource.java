package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Costs;

/**
 * Predictions that cost something: each cost is drawn from a gamma distribution, whose standard
 * deviation is one and a half times its mean, so that few predictions make most of the bill.
 *
 * @param candidate the candidate's mean cost per window
 * @param stable stable's
 * @param designEffect how many times the variance of a window's sum is that of independent
 *     predictions; 1 without bursts
 */
public record CostSource(Curve candidate, Curve stable, double designEffect) implements Source {

  private static final double SQUARED_VARIATION = 1.5 * 1.5;

  /** Independent predictions. */
  public CostSource(Curve candidate, Curve stable) {
    this(candidate, stable, 1);
  }

  @Override
  public SliWindow draw(Sampler sampler, Moment moment) {
    return moment.counted(
        costs(sampler, moment.candidate(), candidate.at(moment.window())),
        costs(sampler, moment.stable(), stable.at(moment.window())));
  }

  /** A sum of gammas of one scale is a gamma. */
  private Costs costs(Sampler sampler, long predictions, double mean) {
    if (predictions == 0) {
      return Costs.NONE;
    }
    double squared = SQUARED_VARIATION * designEffect;
    return new Costs(sampler.gamma(predictions / squared) * squared * mean, "USD", predictions);
  }
}
