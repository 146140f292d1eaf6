package dev.regularizer.core.regularizer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Regularizers on one line: {@code L2=0.0001 Dropout/head=0.2 OutputClipping(min=0.01,max=0.99)}.
 */
public final class RegularizerSummary {
  /** Length that fits a status field and a column of a wide table. */
  public static final int USUAL_LENGTH = 256;

  private static final int LONGEST_VALUE = 32;

  private RegularizerSummary() {}

  public static String of(List<Regularizer> regularizers) {
    return of(regularizers, USUAL_LENGTH);
  }

  /** The line, with "+n more" in place of those that do not fit. */
  public static String of(List<Regularizer> regularizers, int longest) {
    var items = regularizers.stream().map(RegularizerSummary::item).toList();
    for (int shown = items.size(); shown > 0; shown--) {
      var line = String.join(" ", items.subList(0, shown)) + more(items.size() - shown);
      if (line.length() <= longest) {
        return line;
      }
    }
    var none = more(items.size()).strip();
    return none.substring(0, Math.min(none.length(), longest));
  }

  private static String more(int hidden) {
    return hidden == 0 ? "" : " +" + hidden + " more";
  }

  private static String item(Regularizer regularizer) {
    var parameters = regularizer.parameters();
    return regularizer.label()
        + switch (parameters.size()) {
          case 0 -> "";
          case 1 -> "=" + shortened(parameters.getFirst().value());
          default ->
              parameters.stream()
                  .map(it -> it.name() + "=" + shortened(it.value()))
                  .collect(Collectors.joining(",", "(", ")"));
        };
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
