package dev.regularizer.e2e.verdict;

import dev.regularizer.testkit.verdict.Outcome;
import dev.regularizer.testkit.verdict.Outcome.Ended;
import dev.regularizer.testkit.verdict.ShareInterval;
import java.util.Locale;

/** Figures as they are written in tables. */
final class Figure {

  private static final double WINDOWS_PER_MINUTE = 2;

  private Figure() {}

  /** A share with its 95 % interval. */
  static String share(long k, long n) {
    ShareInterval interval = ShareInterval.of(k, n);
    return "%s (%s to %s)"
        .formatted(decimal((double) k / n), decimal(interval.lower()), decimal(interval.upper()));
  }

  /** A share to two digits with its 95 % interval, for wide tables. */
  static String brief(long k, long n) {
    ShareInterval interval = ShareInterval.of(k, n);
    return String.format(
        Locale.ROOT, "%.2f [%.2f, %.2f]", (double) k / n, interval.lower(), interval.upper());
  }

  /** Mean minutes until runs ended with their 95 % interval, or a dash. */
  static String minutes(Ended ended) {
    return ended.count() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.1f ± %.1f",
            ended.meanWindows() / WINDOWS_PER_MINUTE,
            ended.meanWindowsError() / WINDOWS_PER_MINUTE);
  }

  /** Mean samples with their 95 % interval, or a dash. */
  static String samples(Ended ended) {
    return ended.count() == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%,.0f ± %,.0f", ended.meanSamples(), ended.meanSamplesError());
  }

  /** Share rolled back, and the mean requests that took, with 95 % intervals. */
  static String strikes(Outcome outcome) {
    String share = brief(outcome.rollbacks().count(), outcome.runs());
    return outcome.rollbacks().count() == 0 ? share : share + "; " + samples(outcome.rollbacks());
  }

  /** Four decimals. */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
