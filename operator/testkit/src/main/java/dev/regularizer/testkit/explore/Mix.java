package dev.regularizer.testkit.explore;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A running 64-bit fingerprint. Each value is spread by the finalizer of MurmurHash3, so that the
 * order of values counts.
 */
record Mix(long value) {
  static final Mix START = new Mix(0x9E3779B97F4A7C15L);

  Mix with(long more) {
    return new Mix(spread(value * 31 + more));
  }

  Mix with(boolean more) {
    return with(more ? 1 : 2);
  }

  Mix with(@Nullable Object more) {
    return with(more == null ? 0 : more.hashCode());
  }

  Mix with(@Nullable Enum<?> more) {
    return with(more == null ? 0 : more.name().hashCode());
  }

  Mix withAll(Collection<? extends Fingerprinted> all, int tick) {
    var mix = with(all.size());
    for (var one : all) {
      mix = mix.with(one.fingerprint(tick));
    }
    return mix;
  }

  /** Something absent or present. */
  Mix with(@Nullable Fingerprinted one, int tick) {
    return with(one == null ? 7 : one.fingerprint(tick));
  }

  private static long spread(long bits) {
    long h = bits;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
