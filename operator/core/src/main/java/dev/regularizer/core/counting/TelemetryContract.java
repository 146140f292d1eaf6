package dev.regularizer.core.counting;

import java.util.Set;

/** Metric and label names that every model server exports. */
public final class TelemetryContract {

  /** Counter of first attempts by {@link #OUTCOME}. */
  public static final String PREDICTIONS = "model_predictions_total";

  /** Histogram of the time to answer, classic or native. */
  public static final String DURATION = "model_prediction_duration_seconds";

  /** Counter of labelled predictions by {@link #BIN}. */
  public static final String LABELED = "model_prediction_labeled_total";

  /** Sum of the confidences of labelled predictions by {@link #BIN}. */
  public static final String CONFIDENCE = "model_prediction_confidence_total";

  /** Counter of labelled predictions that were right by {@link #BIN}. */
  public static final String CORRECT = "model_prediction_correct_total";

  /** Counter of labelled predictions by {@link #COHORT}. */
  public static final String COHORT_LABELED = "model_cohort_labeled_total";

  /** Counter of labelled predictions that were wrong by {@link #COHORT}. */
  public static final String COHORT_ERRORS = "model_cohort_errors_total";

  /** Label of a cohort: of few values, never of single users. */
  public static final String COHORT = "cohort";

  /** Label of a labeler's series: name of the model that made the predictions. */
  public static final String MODEL = "model";

  /** Label of a labeler's series: hash of the revision that made the predictions. */
  public static final String REVISION = "revision";

  /** Counter of the cost of the predictions by {@link #UNIT}. */
  public static final String COST = "model_inference_cost_total";

  /** Label of {@link #COST}; all costs of a model have the same. */
  public static final String UNIT = "unit";

  /** Label of {@link #PREDICTIONS}. */
  public static final String OUTCOME = "outcome";

  /** Outcome of a prediction that was answered. */
  public static final String SERVED = "served";

  /** Outcome of a prediction that a guard rejected. */
  public static final String REJECTED = "rejected";

  /** Outcome of a prediction that failed. */
  public static final String ERROR = "error";

  /** Label of the confidence bin, 0 to 19. */
  public static final String BIN = "bin";

  static final String BUCKET = "_bucket";
  static final String COUNT = "_count";
  static final String DURATION_BUCKET = DURATION + BUCKET;
  static final String DURATION_COUNT = DURATION + COUNT;
  static final String LE = "le";
  static final String NAMESPACE = "namespace";
  static final String POD = "pod";

  static final String INSTANCE = "instance";
  private static final String ENDPOINT = "endpoint";

  /** Labels by which Prometheus servers that scrape the same targets tell themselves apart. */
  static final Set<String> REPLICA_LABELS =
      Set.of("prometheus", "prometheus_replica", "replica", "__replica__");

  /** Labels of a scrape configuration: two of them may scrape one instance. */
  static final Set<String> JOB_LABELS = Set.of("job", ENDPOINT, "service", "container");

  /**
   * Labels that say where a sample was scraped; all others belong to its metric. An endpoint is the
   * name of a port, unless it is a path: then a server tells its requests apart by it.
   */
  static boolean isOfTarget(String label, String value) {
    if (label.equals(ENDPOINT) && value.startsWith("/")) {
      return false;
    }
    return label.equals(NAMESPACE)
        || label.equals(POD)
        || label.equals(INSTANCE)
        || label.equals("node")
        || REPLICA_LABELS.contains(label)
        || JOB_LABELS.contains(label);
  }

  private TelemetryContract() {}
}
