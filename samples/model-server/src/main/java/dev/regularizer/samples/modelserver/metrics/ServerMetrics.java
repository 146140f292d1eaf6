package dev.regularizer.samples.modelserver.metrics;

import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.feedback.LabeledPredictions;
import dev.regularizer.samples.modelserver.guard.Guards;
import dev.regularizer.samples.modelserver.model.ModelFile;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;

/** Everything the server exports. All series exist from the start, at zero. */
public final class ServerMetrics {
  private static final String COST_UNIT = "credit";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final LabeledPredictions labeled = new LabeledPredictions();
  private final Counter predictions =
      Counter.builder()
          .name("model_predictions_total")
          .help("First attempts, by outcome")
          .labelNames("outcome")
          .register(registry);
  private final Counter guards =
      Counter.builder()
          .name("model_guard_activations_total")
          .help("Runtime regularizers at work")
          .labelNames("guard", "action")
          .register(registry);
  private final Histogram duration;
  private final Counter feedback =
      Counter.builder()
          .name("model_feedback_total")
          .help("True labels that were sent in, by what became of them")
          .labelNames("result")
          .register(registry);

  private final Counter cost =
      Counter.builder()
          .name("model_inference_cost_total")
          .help("Declared cost of the predictions that were computed")
          .labelNames("unit")
          .register(registry);
  private final double costOfOne;

  /**
   * Starts all series; the training metrics come from the model.
   *
   * @param costOfOne what one computed prediction costs, in credits
   */
  public ServerMetrics(ModelFile.Training training, HistogramForm form, double costOfOne) {
    this.costOfOne = costOfOne;
    duration =
        form.on(
                Histogram.builder()
                    .name("model_prediction_duration_seconds")
                    .help("Time to answer, guards included"))
            .register(registry);
    cost.initLabelValues(COST_UNIT);
    registry.register(labeled);
    for (var outcome : Outcome.values()) {
      predictions.initLabelValues(outcome.label());
    }
    for (var result : FeedbackResult.values()) {
      feedback.initLabelValues(result.label());
    }
    guards.initLabelValues(Guards.INPUT_LIMIT, "reject");
    guards.initLabelValues(Guards.CONFIDENCE_THRESHOLD, "reject");
    guards.initLabelValues(Guards.OUTPUT_CLIPPING, "clip");
    var loss =
        Gauge.builder()
            .name("model_training_loss")
            .help("Loss the trainer measured, by split")
            .labelNames("split")
            .register(registry);
    loss.labelValues("train").set(training.trainLoss());
    loss.labelValues("validation").set(training.validationLoss());
    Gauge.builder()
        .name("model_weight_norm")
        .help("Norm of the weights the trainer measured")
        .labelNames("norm")
        .register(registry)
        .labelValues("l2")
        .set(training.weightNorm());
  }

  /** What became of a prediction. */
  public enum Outcome {
    /** Answered. */
    SERVED,
    /** A declared guard refused it. */
    REJECTED,
    /** Neither: a request that this model cannot read, or a fault of the server. */
    ERROR;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Counts one first attempt. */
  public void predicted(Outcome outcome, double seconds) {
    predictions.labelValues(outcome.label()).inc();
    duration.observe(seconds);
  }

  /** Counts the cost of a prediction that the model computed, whether or not it was served. */
  public void computed() {
    cost.labelValues(COST_UNIT).inc(costOfOne);
  }

  /** Counts a guard that rejected a request. */
  public void rejectedBy(String guard) {
    guards.labelValues(guard, "reject").inc();
  }

  /** Counts a probability that was brought back into its bounds. */
  public void clipped() {
    guards.labelValues(Guards.OUTPUT_CLIPPING, "clip").inc();
  }

  /** Counts one label that was sent in. */
  public void labelled(FeedbackResult result) {
    feedback.labelValues(result.label()).inc();
  }

  /** The counters that true labels move. */
  public LabeledPredictions labeled() {
    return labeled;
  }

  /** All series as they are now. */
  public MetricSnapshots scrape() {
    return registry.scrape();
  }
}
