package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.EDetector;

/**
 * Watches one absolute SLI of bad events while the old stable stays warm. There is nobody to
 * compare with, so the objective alone counts.
 *
 * @param policy an SLI for which {@link #watches} holds
 * @param risk errors the rollout may make
 * @param windows J, windows in the whole bake
 */
public record BakeAnalysis(SliPolicy policy, Risk risk, long windows) {

  /** Whether an SLI is watched by an e-detector: calibration goes on cumulatively instead. */
  public static boolean watches(SliPolicy policy) {
    return policy.gate() != Gate.Advisory
        && policy.absolute().isPresent()
        && policy.absolute().get().objective() > 0
        && policy.countsBadEvents();
  }

  /** Adds a closed window; one without usable samples changes nothing. */
  public EDetector fold(EDetector before, Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(Events events) && events.trials() > 0
        ? before.plus(
            events.surely(),
            events.trials(),
            policy.absolute().orElseThrow().objective(),
            policy.phi())
        : before;
  }

  /**
   * Whether to return to the old stable; false alarms over the whole bake have probability w alpha.
   */
  public boolean alarm(EDetector detector) {
    return detector.logMean()
        >= EDetector.logThreshold(windows, policy.weight(), risk.falseRollback());
  }

  /** Share of the way to an alarm; 1 means decided. */
  public double evidence(EDetector detector) {
    return detector.logMean()
        / EDetector.logThreshold(windows, policy.weight(), risk.falseRollback());
  }
}
