package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.statistics.PairedMeans;

/**
 * What a cost SLI has gathered.
 *
 * @param predictions all predictions of the candidate
 * @param means cost per prediction of both revisions, over the windows in which both had any
 */
record CostState(long predictions, PairedMeans means) {

  static final CostState START = new CostState(0, PairedMeans.NONE);

  CostState plus(Costs ours, Costs theirs) {
    return new CostState(
        predictions + ours.trials(),
        ours.trials() == 0 || theirs.trials() == 0
            ? means
            : means.plus(ours.cost() / ours.trials(), theirs.cost() / theirs.trials()));
  }
}
