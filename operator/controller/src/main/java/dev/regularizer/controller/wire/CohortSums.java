package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.CohortText;
import dev.regularizer.core.statistics.Grid;
import dev.regularizer.core.statistics.HexDoubles;
import dev.regularizer.core.statistics.RatioEvidence;
import dev.regularizer.crds.attempt.CohortCountsStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cohorts and the sums of their tests: the labels are a list that people read, the sums of all
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

  /** Cohorts as they were before their sums were put apart. */
  static List<CohortText> texts(
      List<CohortCountsStatus> cohorts, List<String> harm, List<String> safe) {
    if (harm.size() != cohorts.size() * Grid.SIZE || safe.size() != harm.size()) {
      throw new IllegalArgumentException(
          "stored counts have %s and %s sums of %s cohorts; each has %s"
              .formatted(harm.size(), safe.size(), cohorts.size(), Grid.SIZE));
    }
    var texts = new ArrayList<CohortText>();
    for (int i = 0; i < cohorts.size(); i++) {
      var cohort = cohorts.get(i);
      texts.add(
          new CohortText(
              cohort.name(), cohort.labeled(), cohort.errors(), packed(harm, i), packed(safe, i)));
    }
    return texts;
  }

  private static String packed(List<String> sums, int cohort) {
    var own = sums.subList(cohort * Grid.SIZE, (cohort + 1) * Grid.SIZE);
    return new RatioEvidence(HexDoubles.decode(own)).packed();
  }
}
