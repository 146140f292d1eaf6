package dev.regularizer.testkit.explore;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What there is per revision; immutable. */
final class Slots<T extends Fingerprinted> {
  private final @Nullable Object[] all;

  private Slots(@Nullable Object[] all) {
    this.all = all;
  }

  static <T extends Fingerprinted> Slots<T> empty(int size) {
    return new Slots<>(new @Nullable Object[size]);
  }

  static <T extends Fingerprinted> Slots<T> of(int size, IntFunction<T> make) {
    var all = new @Nullable Object[size];
    Arrays.setAll(all, make);
    return new Slots<>(all);
  }

  int size() {
    return all.length;
  }

  @SuppressWarnings("unchecked")
  @Nullable T get(int index) {
    return (T) all[index];
  }

  Slots<T> with(int index, @Nullable T next) {
    var copy = all.clone();
    copy[index] = next;
    return new Slots<>(copy);
  }

  Mix onto(Mix mix, int tick) {
    var next = mix;
    for (int i = 0; i < all.length; i++) {
      next = next.with(get(i), tick);
    }
    return next;
  }
}
