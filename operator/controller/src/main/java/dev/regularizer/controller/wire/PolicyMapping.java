package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.Absolute;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.VersusStable;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.crds.attempt.PolicyStatus;
import dev.regularizer.crds.attempt.QueryPolicyStatus;
import dev.regularizer.crds.attempt.RatioPolicyStatus;
import dev.regularizer.crds.attempt.SliPolicyStatus;
import dev.regularizer.crds.attempt.SliSeriesStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The copy of the policy an attempt is judged by, bit for bit both ways. */
final class PolicyMapping {
  private static final String REJECTIONS = "RejectionRate";
  private static final String ERRORS = "ErrorRate";
  private static final String EVENTS = "EventRate";
  private static final String LATENCY = "Latency";
  private static final String CALIBRATION = "CalibrationError";
  private static final String WRONG = "PredictionError";
  private static final String COHORTS = "CohortError";
  private static final String COST = "CostPerPrediction";
  private static final String BURN = "ErrorBudgetBurn";
  private static final String QUERY = "Query";

  private PolicyMapping() {}

  static PolicyStatus write(TrialPolicy policy) {
    return new PolicyStatus(
        policy.slis().stream().map(PolicyMapping::write).toList(),
        exact(policy.falseRollback()),
        exact(policy.falsePromotion()),
        GoDuration.format(policy.window()),
        GoDuration.format(policy.warmUp()),
        policy.connection());
  }

  static TrialPolicy read(PolicyStatus policy) {
    return new TrialPolicy(
        policy.slis().stream().map(PolicyMapping::read).toList(),
        Double.parseDouble(policy.falseRollback()),
        Double.parseDouble(policy.falsePromotion()),
        GoDuration.parse(policy.window()),
        GoDuration.parse(policy.warmUp()),
        policy.connection());
  }

  private static SliPolicyStatus write(SliPolicy sli) {
    var latency = sli.kind() instanceof SliKind.Latency it ? it : null;
    return new SliPolicyStatus(
        sli.name(),
        switch (sli.kind()) {
          case SliKind.RejectionRate rejections -> REJECTIONS;
          case SliKind.ErrorRate errors -> ERRORS;
          case SliKind.EventRate events -> EVENTS;
          case SliKind.Latency slow -> LATENCY;
          case SliKind.CalibrationError calibration -> CALIBRATION;
          case SliKind.PredictionError wrong -> WRONG;
          case SliKind.CohortError cohorts -> COHORTS;
          case SliKind.CostPerPrediction cost -> COST;
          case SliKind.ErrorBudgetBurn burn -> BURN;
          case SliKind.Query query -> QUERY;
        },
        latency == null ? null : exact(latency.quantile()),
        latency == null ? null : exact(latency.thresholdSeconds()),
        sli.gate().name(),
        sli.absolute().map(it -> exact(it.objective())).orElse(null),
        sli.absolute().map(it -> exact(it.limit())).orElse(null),
        sli.versusStable().map(PolicyMapping::write).orElse(null),
        sli.minimum(),
        sli.minimumBadEvents(),
        sli.labelDelay().isZero() ? null : GoDuration.format(sli.labelDelay()),
        sli.whenStableFailsToo() == StableFailure.Hold ? null : sli.whenStableFailsToo().name(),
        exact(sli.weight()),
        exact(sli.phi()),
        sli.phiFrom().name(),
        sli.holdAbove().orElse(null),
        series(sli.kind()),
        sli.kind() instanceof SliKind.ErrorBudgetBurn burn ? exact(burn.slo()) : null,
        sli.kind() instanceof SliKind.Query query ? write(query) : null,
        LabelMapping.source(sli.kind()),
        LabelMapping.cohorts(sli.kind()));
  }

  private static SliPolicy read(SliPolicyStatus sli) {
    return new SliPolicy(
        sli.name(),
        kind(sli),
        Words.parse(sli.gate(), Gate.class),
        absolute(sli),
        Optional.ofNullable(sli.versusStable()).map(PolicyMapping::read),
        sli.minimum(),
        sli.minimumBadEvents(),
        sli.labelDelay() == null ? Duration.ZERO : GoDuration.parse(sli.labelDelay()),
        sli.whenStableFailsToo() == null
            ? StableFailure.Hold
            : Words.parse(sli.whenStableFailsToo(), StableFailure.class),
        Double.parseDouble(sli.weight()),
        Double.parseDouble(sli.phi()),
        sli.phiFrom() == null ? PhiSource.Default : Words.parse(sli.phiFrom(), PhiSource.class),
        Optional.ofNullable(sli.holdAbove()));
  }

  private static @Nullable List<SliSeriesStatus> series(SliKind kind) {
    var series = SeriesMapping.write(kind);
    return series.isEmpty() ? null : series;
  }

  private static SliKind kind(SliPolicyStatus sli) {
    var stored = sli.series();
    var series = new SeriesMapping(stored == null ? List.of() : stored);
    return switch (sli.kind()) {
      case REJECTIONS -> new SliKind.RejectionRate(series.events(EventSeries.REJECTIONS));
      case ERRORS -> new SliKind.ErrorRate(series.events(EventSeries.ERRORS));
      case EVENTS -> new SliKind.EventRate(series.events());
      case LATENCY ->
          new SliKind.Latency(
              number(sli.quantile()),
              number(sli.thresholdSeconds()),
              series.histogram(SliKind.Latency.CONTRACT));
      case CALIBRATION -> new SliKind.CalibrationError(LabelMapping.labels(sli, series));
      case WRONG -> new SliKind.PredictionError(LabelMapping.labels(sli, series));
      case COHORTS -> LabelMapping.cohorts(sli, series);
      case COST -> new SliKind.CostPerPrediction(series.costs(CostSeries.CONTRACT));
      case BURN ->
          new SliKind.ErrorBudgetBurn(number(sli.slo()), series.events(EventSeries.ERRORS));
      case QUERY -> query(sli.query());
      default -> throw new UnknownWordException("SLI kind", sli.kind());
    };
  }

  private static QueryPolicyStatus write(SliKind.Query query) {
    return new QueryPolicyStatus(query.expression(), exact(query.maximum()), query.failures());
  }

  private static SliKind query(@Nullable QueryPolicyStatus query) {
    if (query == null) {
      throw new IllegalArgumentException("the expression of the policy is missing");
    }
    return new SliKind.Query(query.expression(), number(query.maximum()), query.failures());
  }

  private static Optional<Absolute> absolute(SliPolicyStatus sli) {
    return sli.objective() == null
        ? Optional.empty()
        : Optional.of(new Absolute(number(sli.objective()), number(sli.limit())));
  }

  private static RatioPolicyStatus write(VersusStable ratio) {
    return new RatioPolicyStatus(
        exact(ratio.objective()),
        exact(ratio.limit()),
        exact(ratio.floor()),
        exact(ratio.limitFloor()));
  }

  private static VersusStable read(RatioPolicyStatus ratio) {
    return new VersusStable(
        Double.parseDouble(ratio.objective()),
        Double.parseDouble(ratio.limit()),
        Double.parseDouble(ratio.floor()),
        Double.parseDouble(ratio.limitFloor()));
  }

  /** The shortest decimal that is read back as the same double. */
  static String exact(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static double number(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("a figure of the policy is missing");
    }
    return Double.parseDouble(text);
  }
}
