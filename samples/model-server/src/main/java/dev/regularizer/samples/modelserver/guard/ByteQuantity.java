package dev.regularizer.samples.modelserver.guard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes quantities of bytes, such as 4Mi or 500k. */
final class ByteQuantity {
  private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([A-Za-z]{0,2})");
  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30);

  private ByteQuantity() {}

  /** The number of bytes; empty when the text is no quantity or is not positive. */
  static Optional<Long> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(UNITS.get(matcher.group(2)))
        .map(
            unit -> new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue())
        .filter(bytes -> bytes > 0);
  }
}
