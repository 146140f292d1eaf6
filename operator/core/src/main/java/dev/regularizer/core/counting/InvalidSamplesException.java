package dev.regularizer.core.counting;

/** Ends the counting of one measure; {@link ArmSamples} turns it into a {@link Reading.Invalid}. */
final class InvalidSamplesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final InvalidReason reason;

  InvalidSamplesException(InvalidReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  InvalidReason reason() {
    return reason;
  }
}
