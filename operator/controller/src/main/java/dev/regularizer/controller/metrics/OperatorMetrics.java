package dev.regularizer.controller.metrics;

import dev.regularizer.controller.sampling.SamplerMeter;
import dev.regularizer.controller.write.WriteMeter;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.ModelKey;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;

/** What the operator counts about itself and shows of its models. */
public final class OperatorMetrics implements WriteMeter, SamplerMeter {
  private static final String PREFIX = "regularizer_operator_";
  private static final double NANOS = 1e9;

  private final Counter reconciles;
  private final Histogram reconcileSeconds;
  private final Counter decisions;
  private final Gauge phase;
  private final Gauge weight;
  private final Counter queries;
  private final Histogram querySeconds;
  private final Counter writes;
  private final Gauge leader;

  /** Registers everything. */
  public OperatorMetrics(PrometheusRegistry registry, String version) {
    reconciles =
        Counter.builder()
            .name(PREFIX + "reconciles_total")
            .help("Passes over a model, by how they ended: done, stale (thrown away) or failed.")
            .labelNames("result")
            .register(registry);
    reconcileSeconds =
        Histogram.builder()
            .name(PREFIX + "reconcile_duration_seconds")
            .help("Time of one pass.")
            .unit(Unit.SECONDS)
            .classicOnly()
            .classicUpperBounds(.001, .003, .01, .03, .1, .3, 1, 3, 10)
            .register(registry);
    decisions =
        Counter.builder()
            .name(PREFIX + "decisions_total")
            .help("Decisions that changed something, by reason.")
            .labelNames("reason")
            .register(registry);
    phase =
        Gauge.builder()
            .name(PREFIX + "model_phase")
            .help("1 for the phase a model is in.")
            .labelNames("namespace", "model", "phase")
            .register(registry);
    weight =
        Gauge.builder()
            .name(PREFIX + "model_weight")
            .help("Percent of traffic observed on the route, by role.")
            .labelNames("namespace", "model", "role")
            .register(registry);
    queries =
        Counter.builder()
            .name(PREFIX + "sampler_queries_total")
            .help(
                "Queries to Prometheus, by what came of them: samples, unusable, failed or skipped.")
            .labelNames("connection", "result")
            .register(registry);
    querySeconds =
        Histogram.builder()
            .name(PREFIX + "sampler_duration_seconds")
            .help("Time until Prometheus answered.")
            .unit(Unit.SECONDS)
            .classicOnly()
            .classicUpperBounds(.003, .01, .03, .1, .3, 1, 3, 5)
            .labelNames("connection")
            .register(registry);
    writes =
        Counter.builder()
            .name(PREFIX + "writes_total")
            .help("Requests that change the cluster, by kind of object, verb and result.")
            .labelNames("kind", "verb", "result")
            .register(registry);
    leader =
        Gauge.builder()
            .name(PREFIX + "leader")
            .help("1 while this replica acts, 0 while it stands by.")
            .register(registry);
    Info.builder()
        .name(PREFIX + "build_info")
        .help("Version of the operator.")
        .labelNames("version")
        .register(registry)
        .addLabelValues(version);
  }

  /** A pass ended. */
  public void reconciled(String result, Duration took) {
    reconciles.labelValues(result).inc();
    reconcileSeconds.observe(took.toNanos() / NANOS);
  }

  /** A decision that was written. */
  public void decided(Reason reason) {
    decisions.labelValues(reason.name()).inc();
  }

  /** Where a model stands after a pass. */
  public void show(ModelKey key, Phase now, ModelStatus status) {
    for (var one : Phase.values()) {
      if (one == now) {
        phase.labelValues(key.namespace(), key.name(), one.text()).set(1);
      } else {
        phase.remove(key.namespace(), key.name(), one.text());
      }
    }
    var stable = status.stable();
    if (stable == null) {
      weight.remove(key.namespace(), key.name(), "stable");
    } else {
      weight.labelValues(key.namespace(), key.name(), "stable").set(stable.weight());
    }
    var candidate = status.candidate();
    if (candidate == null) {
      weight.remove(key.namespace(), key.name(), "candidate");
    } else {
      weight.labelValues(key.namespace(), key.name(), "candidate").set(candidate.weight());
    }
  }

  /** The model is gone, and so are its series. */
  public void forget(ModelKey key) {
    for (var one : Phase.values()) {
      phase.remove(key.namespace(), key.name(), one.text());
    }
    weight.remove(key.namespace(), key.name(), "stable");
    weight.remove(key.namespace(), key.name(), "candidate");
  }

  /** This replica acts, or does no more. */
  public void leading(boolean now) {
    leader.set(now ? 1 : 0);
  }

  @Override
  public void wrote(String kind, String verb, String result) {
    writes.labelValues(kind, verb, result).inc();
  }

  @Override
  public void asked(String connection, Duration took, Look.Answer answer) {
    queries
        .labelValues(
            connection,
            switch (answer) {
              case Look.Samples samples -> "samples";
              case Look.Unusable unusable -> "unusable";
              case Look.Failed failed -> "failed";
            })
        .inc();
    querySeconds.labelValues(connection).observe(took.toNanos() / NANOS);
  }

  @Override
  public void skipped(String connection) {
    queries.labelValues(connection, "skipped").inc();
  }
}
