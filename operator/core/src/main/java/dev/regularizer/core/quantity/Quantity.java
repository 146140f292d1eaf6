package dev.regularizer.core.quantity;

import dev.regularizer.core.json.PlainNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes quantities: {@code 250m}, {@code 4Mi}, {@code 1.5}, {@code 2e3}. */
public final class Quantity {
  /** What may be written, for messages. */
  public static final String ALLOWED = "a Kubernetes quantity, for example 4Mi, 500k or 4194304";

  private static final int LONGEST = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:[eE]([-+]?[0-9]{1,3})|([KMGTPE]i|[numkMGTPE]))?");

  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private Quantity() {}

  /** The amount, if the text is a quantity. */
  public static Optional<BigDecimal> parse(String text) {
    var parts = FORM.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(parts.group(1));
    if (parts.group(2) != null) {
      return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(parts.group(2))));
    }
    var suffix = parts.group(3);
    return Optional.of(
        suffix == null ? number : number.multiply(SUFFIXES.getOrDefault(suffix, BigDecimal.ONE)));
  }

  /** One spelling for all spellings of an amount; other text stays as it is. */
  public static String normalise(String text) {
    return parse(text).map(PlainNumber::text).orElse(text);
  }
}
