package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.crds.status.SliEvidence;
import dev.regularizer.crds.status.SliStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Figures of SLIs for people: rounded, and never read back. */
final class SliFigures {
  private static final int LONGEST_MESSAGE = 1024;
  private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_EVEN);

  private SliFigures() {}

  /** With its sentence. */
  static SliStatus write(SliView sli) {
    return write(sli.result(), Messages.shortened(sli.message(), LONGEST_MESSAGE));
  }

  /** Figures alone: a revision keeps many of them, and its endings have the sentences. */
  static SliStatus write(SliResult sli) {
    return write(sli, null);
  }

  private static SliStatus write(SliResult sli, @Nullable String message) {
    return new SliStatus(
        sli.name(),
        sli.gate().name(),
        sli.verdict().name(),
        sli.reason().name(),
        shown(sli.estimate()),
        shown(sli.lower()),
        shown(sli.upper()),
        sli.samples(),
        new SliEvidence(shown(sli.evidenceFail()), shown(sli.evidencePass())),
        sli.projected().isPresent() ? sli.projected().getAsLong() : null,
        sli.projectedSeconds().isPresent()
            ? GoDuration.format(Duration.ofSeconds(sli.projectedSeconds().getAsLong()))
            : null,
        sli.cohort().orElse(null),
        message);
  }

  private static @Nullable String shown(OptionalDouble value) {
    return value.isPresent() ? shown(value.getAsDouble()) : null;
  }

  static @Nullable String shown(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    var rounded = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
    return rounded.scale() > 6
        ? rounded.setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString()
        : rounded.toPlainString();
  }
}
