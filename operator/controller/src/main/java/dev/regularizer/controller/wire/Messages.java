package dev.regularizer.controller.wire;

/** Messages within the bounds of the schema. */
final class Messages {
  private Messages() {}

  /** The message, or its beginning and an ellipsis. */
  static String shortened(String message, int longest) {
    return message.length() <= longest ? message : message.substring(0, longest - 1) + "…";
  }
}
