package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliStateText;
import dev.regularizer.crds.attempt.SliCounts;

/** What an SLI remembers between looks; doubles travel as hexadecimal text. */
final class SliCountsMapping {
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
        text.judged(),
        text.trailing(),
        text.strata(),
        text.harm(),
        text.safe(),
        text.labeled(),
        text.confidence(),
        text.correct(),
        text.stableLabeled(),
        text.stableConfidence(),
        text.stableCorrect(),
        text.costCounts(),
        text.costs());
  }

  static SliState read(SliCounts counts) {
    return SliState.of(
        new SliStateText(
            counts.gridVersion(),
            counts.windows(),
            counts.emptyWindows(),
            counts.invalidWindows(),
            counts.awaitingLabels(),
            counts.passLatched(),
            counts.candidate(),
            counts.judged(),
            counts.trailing(),
            counts.strata(),
            counts.harm(),
            counts.safe(),
            counts.labeled(),
            counts.confidence(),
            counts.correct(),
            counts.stableLabeled(),
            counts.stableConfidence(),
            counts.stableCorrect(),
            counts.costCounts(),
            counts.costs()));
  }
}
