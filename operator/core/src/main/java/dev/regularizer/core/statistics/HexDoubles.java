package dev.regularizer.core.statistics;

import java.util.List;

/** Doubles as text that keeps every bit. */
public final class HexDoubles {

  private HexDoubles() {}

  /** Hexadecimal floating point, one string per value. */
  public static List<String> encode(List<Double> values) {
    return values.stream().map(Double::toHexString).toList();
  }

  /** The values of {@link #encode}. */
  public static List<Double> decode(List<String> texts) {
    return texts.stream().map(Double::valueOf).toList();
  }
}
