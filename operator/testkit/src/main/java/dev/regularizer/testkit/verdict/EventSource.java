package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Events;

/**
 * Requests that are bad with a probability.
 *
 * @param candidate the candidate's probability per window
 * @param stable stable's
 * @param designEffect how many times the variance of a window is that of independent requests; 1
 *     without bursts
 */
public record EventSource(Curve candidate, Curve stable, double designEffect) implements Source {

  /** Independent requests. */
  public EventSource(Curve candidate, Curve stable) {
    this(candidate, stable, 1);
  }

  @Override
  public SliWindow draw(Sampler sampler, Moment moment) {
    Events ours = events(sampler, moment.candidate(), candidate.at(moment.window()));
    Events theirs = events(sampler, moment.stable(), stable.at(moment.window()));
    return moment.counted(ours, theirs);
  }

  private Events events(Sampler sampler, long requests, double probability) {
    long bad = sampler.betaBinomial(requests, probability, designEffect);
    return new Events(bad, bad, requests);
  }
}
