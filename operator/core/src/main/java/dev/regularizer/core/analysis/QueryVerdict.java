package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.WindowCounts.Value;
import dev.regularizer.core.counting.Reading;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Judges an SLI of an expression: a threshold and a number of windows in a row. It fails alone,
 * never passes and carries no evidence, for nothing is known of how such a number scatters. Its
 * gate asks for as many numbers as a failure takes, and for the last window to be in order.
 */
final class QueryVerdict {

  private QueryVerdict() {}

  static SliState fold(SliState before, SliKind.Query kind, SliWindow window) {
    return window.candidate() instanceof Reading.Counted<WindowCounts>(Value(double number))
        ? before.with(before.query().plus(number, kind.maximum())).counted(false)
        : before.empty(false);
  }

  static SliResult result(SliState state, SliPolicy policy, SliKind.Query kind) {
    QueryState query = state.query();
    boolean failed = query.longest() >= kind.failures();
    Verdict verdict = SliAnalysis.verdict(state, failed);
    boolean enough = query.values() >= policy.minimum();
    boolean inOrder =
        query.inARow() == 0 && state.emptyWindows() == 0 && state.invalidWindows() == 0;
    return new SliResult(
        policy.name(),
        policy.gate(),
        verdict,
        reason(verdict, query, enough),
        query.last(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        query.values(),
        query.above(),
        0,
        0,
        (double) query.longest() / kind.failures(),
        0,
        enough && inOrder,
        failed,
        false,
        false,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static SliReason reason(Verdict verdict, QueryState query, boolean enough) {
    return switch (verdict) {
      case Fail -> SliReason.AboveMaximum;
      case NoData -> SliReason.NoSamples;
      case Invalid -> SliReason.InvalidSamples;
      case Pass, Undecided -> {
        if (query.inARow() > 0) {
          yield SliReason.AboveMaximum;
        }
        yield enough ? SliReason.WithoutPromise : SliReason.BelowMinimum;
      }
    };
  }
}
