package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.CohortText;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliStateText;
import dev.regularizer.crds.attempt.SliCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an SLI remembers between looks. Counts that people read travel as numbers, everything else
 * packed; states of earlier versions, which were not packed, are read as well.
 */
final class SliCountsMapping {
  private static final List<Long> NOTHING = List.of(0L, 0L, 0L);

  private SliCountsMapping() {}

  static SliCounts write(SliState state) {
    var text = state.text();
    return new SliCounts(
        text.gridVersion(),
        text.windows(),
        text.emptyWindows(),
        text.invalidWindows(),
        text.awaitingLabels(),
        text.passLatched(),
        text.candidate(),
        judged(text),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        text.labeled(),
        List.of(),
        text.correct(),
        text.stableLabeled(),
        List.of(),
        text.stableCorrect(),
        text.costCounts(),
        List.of(),
        text.queryCounts(),
        text.queryValue(),
        PackedCounts.of(text).text(),
        text.cohorts().isEmpty() ? null : CohortSums.labels(text.cohorts()));
  }

  static SliState read(SliCounts counts) {
    var packed = packed(counts);
    return SliState.of(
        new SliStateText(
            counts.gridVersion(),
            counts.windows(),
            counts.emptyWindows(),
            counts.invalidWindows(),
            counts.awaitingLabels(),
            counts.passLatched(),
            counts.candidate(),
            counts.judged().isEmpty() ? counts.candidate() : counts.judged(),
            packed.trailing(),
            packed.strata(),
            packed.harm(),
            packed.safe(),
            counts.labeled(),
            packed.confidence(),
            counts.correct(),
            counts.stableLabeled(),
            packed.stableConfidence(),
            counts.stableCorrect(),
            counts.costCounts(),
            packed.costs(),
            counts.queryCounts(),
            counts.queryValue(),
            cohorts(counts.cohorts(), packed)));
  }

  /** Mostly every window is judged; then once is enough. */
  private static List<Long> judged(SliStateText text) {
    if (text.judged().equals(text.candidate())) {
      return List.of();
    }
    return text.judged().isEmpty() ? NOTHING : text.judged();
  }

  private static List<CohortText> cohorts(@Nullable List<String> stored, PackedCounts packed) {
    return stored == null
        ? List.of()
        : CohortSums.texts(stored, packed.cohortHarm(), packed.cohortSafe());
  }

  private static PackedCounts packed(SliCounts counts) {
    var text = counts.packed();
    return text == null
        ? new PackedCounts(
            List.of(counts.trailing(), counts.strata()),
            List.of(
                counts.harm(),
                counts.safe(),
                counts.confidence(),
                counts.stableConfidence(),
                counts.costs(),
                List.of(),
                List.of()))
        : PackedCounts.parse(text);
  }
}
