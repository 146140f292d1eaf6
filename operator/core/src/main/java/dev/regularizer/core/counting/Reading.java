package dev.regularizer.core.counting;

import java.util.function.Function;

/**
 * What one measure of one revision gave in one window.
 *
 * @param <T> the counts
 */
public sealed interface Reading<T> {

  /**
   * Counts that hold.
   *
   * @param value the counts, possibly all zero
   */
  record Counted<T>(T value) implements Reading<T> {}

  /** Prometheus has no sample of the denominator. */
  record NoData<T>() implements Reading<T> {}

  /**
   * A target is unknown before the window and its process is not new: ask once more, reaching back
   * one hour.
   */
  record ReadBack<T>() implements Reading<T> {}

  /**
   * Samples that must not be counted.
   *
   * @param detail where, what was found and what is allowed
   */
  record Invalid<T>(InvalidReason reason, String detail) implements Reading<T> {}

  /** The same reading with its counts converted. */
  default <R> Reading<R> map(Function<? super T, ? extends R> conversion) {
    return switch (this) {
      case Counted<T> counted -> new Counted<>(conversion.apply(counted.value()));
      case NoData<T> _ -> new NoData<>();
      case ReadBack<T> _ -> new ReadBack<>();
      case Invalid<T> invalid -> new Invalid<>(invalid.reason(), invalid.detail());
    };
  }
}
