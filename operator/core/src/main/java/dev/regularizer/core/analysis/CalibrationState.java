package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.CalibrationCounts;

/**
 * What a calibration SLI has gathered.
 *
 * @param candidate labelled predictions of the candidate, in the bins as exported
 * @param stable those of stable in the same windows
 */
record CalibrationState(CalibrationCounts candidate, CalibrationCounts stable) {

  static final CalibrationState START =
      new CalibrationState(CalibrationCounts.NONE, CalibrationCounts.NONE);

  CalibrationState plus(CalibrationCounts ours, CalibrationCounts theirs) {
    return new CalibrationState(candidate.plus(ours), stable.plus(theirs));
  }
}
