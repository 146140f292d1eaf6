package dev.regularizer.core.analysis;

import java.time.Duration;
import java.util.Optional;

/**
 * How one SLI is judged, with every default resolved; frozen for an attempt.
 *
 * @param absolute present unless it is judged against stable or by a line or threshold of its kind
 * @param versusStable present if it is judged against stable
 * @param minimum samples of the candidate before any verdict
 * @param minimumBadEvents bad events before a Fail; not used for calibration, cost and queries
 * @param labelDelay how long after the first weight true labels are due
 * @param weight share of the error budget alpha, the shares of a trial adding up to 1; 0 for
 *     Advisory, and for a query, whose errors nobody bounds
 * @param phi overdispersion of the counts, at least 1
 * @param phiFrom where phi comes from
 * @param holdAbove percent of traffic that is not exceeded before the gate is met
 */
public record SliPolicy(
    String name,
    SliKind kind,
    Gate gate,
    Optional<Absolute> absolute,
    Optional<VersusStable> versusStable,
    long minimum,
    long minimumBadEvents,
    Duration labelDelay,
    StableFailure whenStableFailsToo,
    double weight,
    double phi,
    PhiSource phiFrom,
    Optional<Integer> holdAbove) {

  /** Checks what the parts cannot check by themselves. */
  public SliPolicy {
    if (kind instanceof SliKind.Query) {
      if (absolute.isPresent() || versusStable.isPresent() || gate == Gate.Pass || weight != 0) {
        throw new IllegalArgumentException(
            ("SLI %s: a query has a maximum instead of an objective, no share of alpha, and proves"
                    + " nothing: its gate is NoFail or Advisory, not %s")
                .formatted(name, gate));
      }
    } else if (kind instanceof SliKind.CohortError) {
      if (absolute.isPresent() || versusStable.isPresent()) {
        throw new IllegalArgumentException(
            "SLI %s: cohorts are judged against all cohorts of the same revision only"
                .formatted(name));
      }
    } else if (absolute.isPresent() == versusStable.isPresent()) {
      throw new IllegalArgumentException(
          "SLI %s: has %s of objective and versusStable; it needs exactly one"
              .formatted(name, absolute.isPresent() ? "both" : "neither"));
    }
    if (kind instanceof SliKind.CostPerPrediction && absolute.isPresent()) {
      throw new IllegalArgumentException(
          "SLI %s: a cost has no objective by itself; it is judged against stable".formatted(name));
    }
    boolean weightless = gate == Gate.Advisory || kind instanceof SliKind.Query;
    if (weightless != (weight == 0) || !(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "SLI %s: weight %s with gate %s; Advisory and a query have 0, others up to 1"
              .formatted(name, weight, gate));
    }
    if (!(phi >= 1)) {
      throw new IllegalArgumentException("SLI " + name + ": overdispersion " + phi + " is below 1");
    }
  }

  /**
   * Share of alpha at which the SLI fails by itself; an Advisory one is shown as if it were alone.
   */
  double failWeight() {
    return gate == Gate.Advisory ? 1 : weight;
  }

  /** Whether a common cause is looked for. */
  boolean attributed() {
    return absolute.isPresent() && whenStableFailsToo == StableFailure.Hold;
  }

  /** Whether its bad events are events that went wrong, known at once; not late labels. */
  public boolean countsRequests() {
    return countsBadEvents() && !countsLabels();
  }

  /** Whether its samples are labelled predictions, known late. */
  public boolean countsLabels() {
    return kind.countsLabels();
  }

  /** The same policy with overdispersion as measured, or with none. */
  public SliPolicy withPhi(double measured, PhiSource from) {
    return new SliPolicy(
        name,
        kind,
        gate,
        absolute,
        versusStable,
        minimum,
        minimumBadEvents,
        labelDelay,
        whenStableFailsToo,
        weight,
        measured,
        from,
        holdAbove);
  }

  /**
   * Whether its evidence is averaged with that of the others. One that is not fails by itself only,
   * at its own share of alpha; the others keep theirs, so the shares still add up to alpha.
   */
  boolean combines() {
    return !comparesCosts() && !isQuery();
  }

  /** Whether it is a threshold without statistics. */
  public boolean isQuery() {
    return kind instanceof SliKind.Query;
  }

  /** Whether it compares means; its samples are requests all the same. */
  public boolean comparesCosts() {
    return kind instanceof SliKind.CostPerPrediction;
  }

  /** Whether single bad events are counted, at once or by labels. */
  public boolean countsBadEvents() {
    return !comparesConfidences() && !comparesCosts() && !comparesCohorts() && !isQuery();
  }

  /** Whether a Fail asks for a least number of bad events. */
  boolean needsBadEvents() {
    return countsBadEvents() || comparesCohorts();
  }

  /** Whether it goes on while baking as before, since no stable is asked: labels come late. */
  public boolean goesOnWhileBaking() {
    return comparesConfidences() || comparesCohorts() || isQuery();
  }

  /** Whether cohorts are compared with each other. */
  public boolean comparesCohorts() {
    return kind instanceof SliKind.CohortError;
  }

  /** Whether confidences are compared with labels, bin by bin. */
  public boolean comparesConfidences() {
    return kind instanceof SliKind.CalibrationError;
  }
}
