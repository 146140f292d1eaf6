package dev.regularizer.core.preset;

/**
 * Whether a model server exports what an SLI is counted from.
 *
 * @param <T> the series
 */
public sealed interface Served<T> {

  /**
   * It does.
   *
   * @param series what is counted
   */
  record From<T>(T series) implements Served<T> {}

  /**
   * It does not.
   *
   * @param because what the server exports instead, to go on from "it"
   */
  record Missing<T>(String because) implements Served<T> {}
}
