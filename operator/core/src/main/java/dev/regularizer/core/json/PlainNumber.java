package dev.regularizer.core.json;

import java.math.BigDecimal;

/** The one spelling of a number that digests are taken of. */
public final class PlainNumber {
  /**
   * Beyond this many digits a number is written with an exponent, so that 1e999999999 needs no
   * gigabyte.
   */
  private static final int LONGEST_PLAIN = 64;

  private PlainNumber() {}

  /**
   * Plain digits without trailing zeros; with an exponent only where plain digits would be long.
   */
  public static String text(BigDecimal value) {
    var least = value.stripTrailingZeros();
    if (least.signum() == 0) {
      return "0";
    }
    long left = (long) least.precision() - least.scale();
    boolean plain = left <= LONGEST_PLAIN && least.scale() <= LONGEST_PLAIN;
    return plain ? least.toPlainString() : least.unscaledValue() + "e" + -(long) least.scale();
  }
}
