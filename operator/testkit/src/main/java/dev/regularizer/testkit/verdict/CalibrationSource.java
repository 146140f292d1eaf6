package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;

/**
 * Labelled predictions of both revisions.
 *
 * @param labelled share of requests whose true label arrives
 */
public record CalibrationSource(Miscalibration candidate, Miscalibration stable, double labelled)
    implements Source {

  @Override
  public SliWindow draw(Sampler sampler, Moment moment) {
    return moment.counted(
        candidate.draw(sampler, moment.window(), Math.round(moment.candidate() * labelled)),
        stable.draw(sampler, moment.window(), Math.round(moment.stable() * labelled)));
  }
}
