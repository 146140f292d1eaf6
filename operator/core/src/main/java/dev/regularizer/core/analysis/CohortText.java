package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.RatioEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A cohort as plain fields for a status object.
 *
 * @param name empty for the cohorts without a place of their own and what is pooled
 * @param labeled labelled predictions
 * @param errors wrong ones among them
 * @param harm sums of the harm test, 16 hexadecimal digits each; empty for none
 * @param safe sums of the safe test
 */
public record CohortText(String name, long labeled, long errors, String harm, String safe) {

  static List<CohortText> of(CohortState state) {
    if (state.equals(CohortState.START)) {
      return List.of();
    }
    List<CohortText> texts = new ArrayList<>();
    texts.add(of("", state.rest()));
    state.named().forEach((name, group) -> texts.add(of(name, group)));
    return texts;
  }

  static CohortState state(List<CohortText> texts) {
    TreeMap<String, CohortGroup> named = new TreeMap<>();
    CohortGroup rest = CohortGroup.START;
    for (CohortText text : texts) {
      if (text.name().isEmpty()) {
        rest = text.group();
      } else {
        named.put(text.name(), text.group());
      }
    }
    return new CohortState(named, rest);
  }

  private static CohortText of(String name, CohortGroup group) {
    return new CohortText(
        name,
        group.labels().labeled(),
        group.labels().errors(),
        group.harm().packed(),
        group.safe().packed());
  }

  private CohortGroup group() {
    return new CohortGroup(
        new Cohort(labeled, errors), RatioEvidence.ofPacked(harm), RatioEvidence.ofPacked(safe));
  }
}
