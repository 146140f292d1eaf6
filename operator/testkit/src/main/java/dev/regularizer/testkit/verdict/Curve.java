package dev.regularizer.testkit.verdict;

/** A quantity that changes from window to window, fixed before a run starts. */
@FunctionalInterface
public interface Curve {

  /** Windows of one period of a drift. */
  int PERIOD = 50;

  /** Its value in a window, counted from 0. */
  double at(int window);

  /** Always the same. */
  static Curve constant(double value) {
    return window -> value;
  }

  /**
   * A drift that first sinks and then rises, with the given mean over each period of {@link
   * #PERIOD} windows: its running average is never above the mean and touches it.
   */
  static Curve drift(double mean) {
    return window -> mean * (1 - 0.5 * StrictMath.sin(phase(window)));
  }

  /** A drift a quarter of a period apart from {@link #drift}, so that the two do not correlate. */
  static Curve swell(double mean) {
    return window -> mean * (1 + 0.5 * StrictMath.cos(phase(window)));
  }

  /** A usual value, and another one in the windows from (inclusive) to (exclusive). */
  static Curve incident(double usual, double during, int from, int to) {
    return window -> window >= from && window < to ? during : usual;
  }

  /** Value times a factor, plus an amount. */
  default Curve times(double factor, double plus) {
    return window -> at(window) * factor + plus;
  }

  private static double phase(int window) {
    return 2 * StrictMath.PI * (window + 0.5) / PERIOD;
  }
}
