package dev.regularizer.core.regularizer;

import java.util.List;

/**
 * Regularizers that confuse each other. Nothing is refused for it.
 *
 * @param reason stable CamelCase word
 * @param names effective names of those involved
 */
public record RegularizerWarning(String reason, List<String> names, String message) {
  public RegularizerWarning {
    names = List.copyOf(names);
  }
}
