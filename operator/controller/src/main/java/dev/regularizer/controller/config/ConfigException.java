package dev.regularizer.controller.config;

import java.util.List;

/** A configuration file that cannot be used; the message lists everything that is wrong with it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One sentence per problem. */
  public ConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
