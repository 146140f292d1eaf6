package dev.regularizer.core.backtest;

import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.analysis.WindowCounts.Value;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Splits counts as a route splits requests: each one goes to the candidate with the step's weight,
 * whatever became of it. Bursts and incidents stay where they were.
 */
final class Thinning {
  /** From here on the spread of a binomial is drawn from its normal limit. */
  private static final double MANY = 2000;

  private final DoubleSupplier uniform;

  Thinning(DoubleSupplier uniform) {
    this.uniform = uniform;
  }

  /** Both arms of one window. */
  record Split(WindowCounts candidate, WindowCounts stable) {}

  /**
   * Splits one window.
   *
   * @param share of the candidate, in [0, 1]
   * @param harm share of the candidate's good events that go bad besides
   */
  Split split(WindowCounts counts, double share, double harm) {
    return switch (counts) {
      case Events events -> split(events, share, harm);
      case Bins bins -> split(bins.counts(), share, harm);
      case Cohorts cohorts -> split(cohorts.counts(), share, harm);
      case Costs costs -> split(costs, share, harm);
      // What an expression says of stable, it is taken to say of a candidate just like it.
      case Value value -> new Split(value, value);
    };
  }

  private Split split(Events all, double share, double harm) {
    long surely = draw(all.surely(), share);
    long between = draw(all.possibly() - all.surely(), share);
    long good = draw(all.trials() - all.possibly(), share);
    long harmed = draw(good, harm);
    var ours = new Events(surely + harmed, surely + between + harmed, surely + between + good);
    var rest =
        new Events(
            all.surely() - surely,
            all.possibly() - surely - between,
            all.trials() - surely - between - good);
    return new Split(ours, rest);
  }

  private Split split(CalibrationCounts all, double share, double harm) {
    List<Long> trials = new ArrayList<>();
    List<Double> confidence = new ArrayList<>();
    List<Long> correct = new ArrayList<>();
    List<Long> restTrials = new ArrayList<>();
    List<Double> restConfidence = new ArrayList<>();
    List<Long> restCorrect = new ArrayList<>();
    for (int b = 0; b < all.trials().size(); b++) {
      long n = all.trials().get(b);
      long right = draw(all.correct().get(b), share);
      long wrong = draw(n - all.correct().get(b), share);
      long taken = right + wrong;
      double mean = n == 0 ? 0 : all.confidence().get(b) / n;
      trials.add(taken);
      confidence.add(mean * taken);
      correct.add(right - draw(right, harm));
      restTrials.add(n - taken);
      restConfidence.add(mean * (n - taken));
      restCorrect.add(all.correct().get(b) - right);
    }
    return new Split(
        new Bins(new CalibrationCounts(trials, confidence, correct)),
        new Bins(new CalibrationCounts(restTrials, restConfidence, restCorrect)));
  }

  /** In a harmful candidate the first cohort by name goes bad, and no other. */
  private Split split(CohortCounts all, double share, double harm) {
    TreeMap<String, Cohort> ours = new TreeMap<>();
    TreeMap<String, Cohort> rest = new TreeMap<>();
    all.cohorts()
        .forEach((name, cohort) -> {
          long wrong = draw(cohort.errors(), share);
          long right = draw(cohort.labeled() - cohort.errors(), share);
          long harmed = name.equals(all.cohorts().firstKey()) ? draw(right, harm) : 0;
          if (wrong + right > 0) {
            ours.put(name, new Cohort(wrong + right, wrong + harmed));
          }
          if (cohort.labeled() > wrong + right) {
            rest.put(name, new Cohort(cohort.labeled() - wrong - right, cohort.errors() - wrong));
          }
        });
    return new Split(new Cohorts(new CohortCounts(ours)), new Cohorts(new CohortCounts(rest)));
  }

  /** Every prediction costs the mean of its window; those of a harmful candidate cost more. */
  private Split split(Costs all, double share, double harm) {
    long taken = draw(all.trials(), share);
    double each = all.trials() == 0 ? 0 : all.cost() / all.trials();
    return new Split(
        new Costs(each * (1 + harm) * taken, all.unit(), taken),
        new Costs(each * (all.trials() - taken), all.unit(), all.trials() - taken));
  }

  /** A binomial number: how many of n go, each with probability p. */
  long draw(long n, double p) {
    if (n <= 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - draw(n, 1 - p);
    }
    return n * p < MANY ? exactly(n, p) : nearly(n, p);
  }

  /** Jumps from one success to the next. */
  private long exactly(long n, double p) {
    double logMiss = StrictMath.log1p(-p);
    long successes = 0;
    long at = 0;
    while (true) {
      at += 1 + (long) Math.min((double) n, Math.floor(StrictMath.log(1 - uniform()) / logMiss));
      if (at > n) {
        return successes;
      }
      successes++;
    }
  }

  private long nearly(long n, double p) {
    double normal =
        StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()))
            * StrictMath.cos(2 * Math.PI * uniform());
    double drawn = n * p + normal * StrictMath.sqrt(n * p * (1 - p));
    return Math.clamp(Math.round(drawn), 0, n);
  }

  private double uniform() {
    return uniform.getAsDouble();
  }
}
