package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.EventState.Pair;
import dev.regularizer.core.analysis.EventState.Stratum;
import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.statistics.RatioBounds;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The ratio of the candidate's rate to stable's, within strata of equal weight (Mantel-Haenszel),
 * with the bounds that P2 would not reject. For display: verdicts compare window by window.
 */
final class StratifiedRatio {

  private StratifiedRatio() {}

  static Figures figures(List<Stratum> strata, double phi, Risk risk) {
    double ours = 0;
    double theirs = 0;
    RatioBounds bounds = RatioBounds.NONE;
    for (Stratum stratum : strata) {
      Pair totals = stratum.totals();
      double nc = totals.candidate().trials();
      double ns = totals.stable().trials();
      if (nc == 0 || ns == 0) {
        continue;
      }
      ours += middle(totals.candidate()) * ns / (nc + ns);
      theirs += middle(totals.stable()) * nc / (nc + ns);
      bounds =
          bounds.plus(
              totals.candidate().surely(),
              totals.candidate().trials(),
              totals.stable().surely(),
              totals.stable().trials());
    }
    return new Figures(
        theirs == 0 ? OptionalDouble.empty() : OptionalDouble.of(ours / theirs),
        bounds.lower(risk.falseRollback(), phi),
        bounds.upper(risk.falsePromotion(), phi));
  }

  private static double middle(WindowCounts.Events events) {
    return (events.surely() + events.possibly()) / 2.0;
  }
}
