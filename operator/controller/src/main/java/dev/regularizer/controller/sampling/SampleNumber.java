package dev.regularizer.controller.sampling;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads numbers where they stand in the parser; most are short and whole, and need no string. */
final class SampleNumber {
  /** Digits that fit into a double exactly. */
  private static final int EXACT = 15;

  private static final int NOT_DIGITS = -1;

  private SampleNumber() {}

  /** The value of a sample, from the text of the token. */
  static double value(JsonParser parser) throws IOException {
    long whole = digits(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (whole != NOT_DIGITS) {
      return whole;
    }
    return switch (parser.getText()) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case String text -> Double.parseDouble(text);
    };
  }

  /** A time in seconds, as milliseconds since the epoch. */
  static long millis(JsonParser parser) throws IOException {
    var text = parser.getTextCharacters();
    int from = parser.getTextOffset();
    int length = parser.getTextLength();
    int point = 0;
    while (point < length && text[from + point] != '.') {
      point++;
    }
    int decimals = Math.max(0, length - point - 1);
    long seconds = digits(text, from, point);
    long fraction = decimals == 0 ? 0 : digits(text, from + point + 1, decimals);
    if (seconds == NOT_DIGITS || fraction == NOT_DIGITS || decimals > 3) {
      return Math.round(parser.getDoubleValue() * 1000);
    }
    return seconds * 1000 + fraction * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1);
  }

  private static long digits(char[] text, int from, int length) {
    if (length == 0 || length > EXACT) {
      return NOT_DIGITS;
    }
    long number = 0;
    for (int i = from; i < from + length; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return NOT_DIGITS;
      }
      number = 10 * number + text[i] - '0';
    }
    return number;
  }
}
