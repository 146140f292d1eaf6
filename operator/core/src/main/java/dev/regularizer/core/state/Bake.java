package dev.regularizer.core.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The watch over a new stable revision while the old one stays warm.
 *
 * @param startedAt when the pointer was flipped
 * @param cursor end of the last counted window
 * @param windows windows observed so far
 * @param plannedWindows J, windows in the whole bake; fixes the threshold of the e-detector
 * @param detectors one per counted absolute SLI
 */
public record Bake(
    Instant startedAt,
    @Nullable Instant cursor,
    int windows,
    int plannedWindows,
    List<BakeDetector> detectors) {
  public Bake {
    detectors = List.copyOf(detectors);
  }
}
