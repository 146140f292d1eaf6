package dev.regularizer.controller.wire;

/** A status holds a word this version does not know: a newer one wrote it. */
public final class UnknownWordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownWordException(String type, String word) {
    super(type + " \"" + word + "\" is not known to this version of the operator");
  }
}
