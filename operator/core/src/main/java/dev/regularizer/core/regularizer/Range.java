package dev.regularizer.core.regularizer;

import java.math.BigDecimal;
import java.util.Optional;

/** An interval of decimal numbers; a missing bound is no bound. */
public record Range(Optional<Bound> lower, Optional<Bound> upper) {
  static final Range ANY = new Range(Optional.empty(), Optional.empty());

  /** One end of a range. */
  public record Bound(BigDecimal value, boolean included) {
    private boolean admits(int comparison) {
      return comparison > 0 || (included && comparison == 0);
    }
  }

  /** Every number from {@code least} on. */
  static Range atLeast(String least) {
    return new Range(bound(least, true), Optional.empty());
  }

  /** Every number above {@code bound}. */
  static Range above(String bound) {
    return new Range(bound(bound, false), Optional.empty());
  }

  /** This range, up to and including {@code most}. */
  Range upTo(String most) {
    return new Range(lower, bound(most, true));
  }

  /** This range, below {@code bound}. */
  Range below(String bound) {
    return new Range(lower, bound(bound, false));
  }

  public boolean contains(BigDecimal value) {
    return lower.map(it -> it.admits(value.compareTo(it.value))).orElse(true)
        && upper.map(it -> it.admits(it.value.compareTo(value))).orElse(true);
  }

  /** The range in words, to follow other words. */
  String suffix() {
    var low =
        lower.map(it -> (it.included ? ", at least " : ", above ") + it.value.toPlainString());
    var high =
        upper.map(it -> (it.included ? ", at most " : ", below ") + it.value.toPlainString());
    return low.orElse("") + high.orElse("");
  }

  private static Optional<Bound> bound(String value, boolean included) {
    return Optional.of(new Bound(new BigDecimal(value), included));
  }
}
