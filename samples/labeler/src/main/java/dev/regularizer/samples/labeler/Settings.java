package dev.regularizer.samples.labeler;

import java.util.Map;

/**
 * What the labeler is started with.
 *
 * @param secret with which the model servers sign their tokens
 * @param port for feedback, health and metrics; 0 takes a free one
 */
record Settings(String secret, int port) {
  /** A variable that cannot be right; the message says what is allowed. */
  static final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidSettingException(String message) {
      super(message);
    }
  }

  /** Reads MODEL_TOKEN_KEY and PORT. */
  static Settings read(Map<String, String> environment) {
    var secret = environment.getOrDefault("MODEL_TOKEN_KEY", "");
    if (secret.isEmpty()) {
      throw new InvalidSettingException(
          "MODEL_TOKEN_KEY: found nothing; set it to the secret that the model servers sign with");
    }
    return new Settings(secret, port(environment.getOrDefault("PORT", "8080")));
  }

  private static int port(String text) {
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Answered below, together with numbers out of range.
    }
    throw new InvalidSettingException(
        "PORT: found \"" + text + "\"; write a whole number from 0 to 65535");
  }
}
