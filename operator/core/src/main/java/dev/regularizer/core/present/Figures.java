package dev.regularizer.core.present;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them: three digits, and never read back. */
final class Figures {
  private static final MathContext DIGITS = new MathContext(3);

  private Figures() {}

  /** "0.041", "unknown". */
  static String number(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? rounded(value.getAsDouble())
        : "unknown";
  }

  /** "0.82 %". */
  static String percent(OptionalDouble share) {
    return share.isPresent() && Double.isFinite(share.getAsDouble())
        ? rounded(share.getAsDouble() * 100) + " %"
        : "unknown";
  }

  /** "1,180". */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** About 900 for 873: two digits are all a projection is good for. */
  static String about(long value) {
    return count(new BigDecimal(value).round(new MathContext(2)).longValue());
  }

  /** "~25 min". */
  static String time(Duration duration) {
    var seconds = duration.toSeconds();
    if (seconds < 120) {
      return "~" + Math.max(1, seconds) + " s";
    }
    return seconds < 7200
        ? "~" + Math.round(seconds / 60.0) + " min"
        : "~" + Math.round(seconds / 3600.0) + " h";
  }

  private static String rounded(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
