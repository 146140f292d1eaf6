package dev.regularizer.samples.feedback;

/** What became of a label. */
public enum FeedbackResult {
  /** Counted now. */
  COUNTED("counted", 200),
  /** Counted before by this process. */
  DUPLICATE("duplicate", 200),
  /** The prediction is another revision's, perhaps a retired one's. */
  OTHER_REVISION("other_revision", 409),
  /** Too many predictions ago to know whether it was counted. */
  EXPIRED("expired", 410),
  /** No token of ours, or no class of ours. */
  INVALID("invalid", 400);

  private final String label;
  private final int status;

  FeedbackResult(String label, int status) {
    this.label = label;
    this.status = status;
  }

  /** Value of the metric's label and of the answer's field. */
  public String label() {
    return label;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }
}
