package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Doubles as text that keeps every bit. */
public final class HexDoubles {

  private static final int DIGITS = 16;

  private HexDoubles() {}

  /** Hexadecimal floating point, one string per value. */
  public static List<String> encode(List<Double> values) {
    return values.stream().map(Double::toHexString).toList();
  }

  /** The bits of all values in one text, 16 digits each: smaller, where there are many. */
  public static String pack(List<Double> values) {
    return values.stream()
        .map(value -> HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value)))
        .collect(Collectors.joining());
  }

  /** The values of {@link #pack}. */
  public static List<Double> unpack(String text) {
    if (text.length() % DIGITS != 0) {
      throw new IllegalArgumentException(
          "%s hexadecimal digits, doubles have %s each".formatted(text.length(), DIGITS));
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < text.length(); i += DIGITS) {
      values.add(Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(text, i, i + DIGITS)));
    }
    return values;
  }

  /** The values of {@link #encode}. */
  public static List<Double> decode(List<String> texts) {
    return texts.stream().map(Double::valueOf).toList();
  }
}
