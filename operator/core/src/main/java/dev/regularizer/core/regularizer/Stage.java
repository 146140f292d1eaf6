package dev.regularizer.core.regularizer;

import java.util.Arrays;
import java.util.Optional;

/** Where in a model's life a regularizer works. */
public enum Stage {
  TRAINING("Training"),
  POST_HOC("PostHoc"),
  RUNTIME("Runtime");

  private final String text;

  Stage(String text) {
    this.text = text;
  }

  /** The spelling of the API. */
  public String text() {
    return text;
  }

  /** The stage of that spelling. */
  public static Optional<Stage> find(String text) {
    return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
  }
}
