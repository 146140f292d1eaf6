package dev.regularizer.core.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * What the tests say about the state of one SLI.
 *
 * @param samples all samples of the candidate
 * @param badEvents bad ones among them
 * @param judgedSamples samples the verdict rests on
 * @param judgedBadEvents bad ones among those
 * @param logHarm log evidence against the objective, attributed where that applies
 * @param logHarmAlone the same without attribution
 * @param logSafe log evidence against the limit
 * @param cohort the one that is blamed, where there are any
 * @param figures estimate and bounds, for display; found by bisection, so only on demand
 * @param projection further samples until a Pass; on demand as well
 */
record Evidence(
    long samples,
    long badEvents,
    long judgedSamples,
    long judgedBadEvents,
    double logHarm,
    double logHarmAlone,
    double logSafe,
    Optional<String> cohort,
    Supplier<Figures> figures,
    Supplier<Projection> projection) {

  /** Evidence of an SLI without cohorts. */
  Evidence(
      long samples,
      long badEvents,
      long judgedSamples,
      long judgedBadEvents,
      double logHarm,
      double logHarmAlone,
      double logSafe,
      Supplier<Figures> figures,
      Supplier<Projection> projection) {
    this(
        samples,
        badEvents,
        judgedSamples,
        judgedBadEvents,
        logHarm,
        logHarmAlone,
        logSafe,
        Optional.empty(),
        figures,
        projection);
  }

  /**
   * Further samples until a Pass, empty if never.
   *
   * @param expected if things stay as they are
   * @param atBest if the truth is the best that what was seen allows; on demand
   */
  record Projection(OptionalLong expected, Supplier<OptionalLong> atBest) {

    /** Not asked for. */
    static final Projection NONE = new Projection(OptionalLong.empty(), OptionalLong::empty);
  }

  /**
   * For display.
   *
   * @param estimate point estimate
   * @param lower lower bound, valid at every look at level alpha
   * @param upper upper bound, valid at every look at level beta
   */
  record Figures(OptionalDouble estimate, OptionalDouble lower, OptionalDouble upper) {

    static final Figures NONE =
        new Figures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** The same in another unit. */
    Figures map(DoubleUnaryOperator unit) {
      return new Figures(map(estimate, unit), map(lower, unit), map(upper, unit));
    }

    private static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator unit) {
      return value.isPresent() ? OptionalDouble.of(unit.applyAsDouble(value.getAsDouble())) : value;
    }
  }
}
