package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.CohortText;
import dev.regularizer.core.statistics.Grid;
import dev.regularizer.core.statistics.HexDoubles;
import dev.regularizer.core.statistics.RatioEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cohorts and the sums of their tests: the labels are lines that people read, the sums of all
 * cohorts one list of figures each, in the same order.
 */
final class CohortSums {
  private CohortSums() {}

  static List<String> harm(List<CohortText> cohorts) {
    return sums(cohorts, CohortText::harm);
  }

  static List<String> safe(List<CohortText> cohorts) {
    return sums(cohorts, CohortText::safe);
  }

  private static List<String> sums(List<CohortText> cohorts, Function<CohortText, String> packed) {
    return cohorts.stream()
        .flatMap(cohort -> RatioEvidence.ofPacked(packed.apply(cohort)).sums().stream())
        .map(Double::toHexString)
        .toList();
  }

  /** Labels of each cohort, as people read them: "210 20 night". */
  static List<String> labels(List<CohortText> cohorts) {
    return cohorts.stream()
        .map(cohort -> cohort.labeled() + " " + cohort.errors() + " " + cohort.name())
        .toList();
  }

  /** Cohorts as they were before their sums were put apart. */
  static List<CohortText> texts(List<String> labels, List<String> harm, List<String> safe) {
    if (harm.size() != labels.size() * Grid.SIZE || safe.size() != harm.size()) {
      throw new IllegalArgumentException(
          "stored counts have %s and %s sums of %s cohorts; each has %s"
              .formatted(harm.size(), safe.size(), labels.size(), Grid.SIZE));
    }
    var texts = new ArrayList<CohortText>();
    for (int i = 0; i < labels.size(); i++) {
      var parts = labels.get(i).split(" ", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException(
            "stored cohort \"%s\" is not labels, errors, name".formatted(labels.get(i)));
      }
      texts.add(
          new CohortText(
              parts[2],
              Long.parseLong(parts[0]),
              Long.parseLong(parts[1]),
              packed(harm, i),
              packed(safe, i)));
    }
    return texts;
  }

  private static String packed(List<String> sums, int cohort) {
    var own = sums.subList(cohort * Grid.SIZE, (cohort + 1) * Grid.SIZE);
    return new RatioEvidence(HexDoubles.decode(own)).packed();
  }
}
