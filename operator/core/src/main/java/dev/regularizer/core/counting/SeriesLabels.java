package dev.regularizer.core.counting;

import java.util.SortedMap;

/** What the labels of a series say. */
final class SeriesLabels {

  private SeriesLabels() {}

  /** Upper bound of a bucket, however it is spelled; NaN if there is none. */
  static double upperBound(SortedMap<String, String> labels) {
    String text = labels.getOrDefault(TelemetryContract.LE, "");
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** Labels of the target it was scraped from, as text. */
  static String target(SortedMap<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach((label, value) -> {
      if (TelemetryContract.isOfTarget(label, value)) {
        text.append(label).append('=').append(value).append('\n');
      }
    });
    return text.toString();
  }

  /** Whether two series have the same labels but for the value of this one. */
  static boolean differOnlyIn(
      SortedMap<String, String> one, SortedMap<String, String> other, String label) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry ->
                entry.getKey().equals(label) || entry.getValue().equals(other.get(entry.getKey())));
  }
}
