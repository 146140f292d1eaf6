package dev.regularizer.core.counting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the scrapes of a target in a window allow to count at all. */
final class ScrapeCheck {

  private ScrapeCheck() {}

  /** What is known about a target before the window. */
  enum Start {
    /** Its last scrape before the window, or zero for a process that is new. */
    Known,
    /** Unknown in these samples; an earlier one may tell. */
    Unknown
  }

  static Start check(Target target, WindowEdges window, CountingContext context) {
    Long seed = target.scrapes().floor(window.startMillis());
    if (seed == null && !isNew(target, window, context)) {
      if (!context.readBack()) {
        return Start.Unknown;
      }
      throw new InvalidSamplesException(
          InvalidReason.ScrapeGap,
          "%s has no sample in the hour before %s and is not new: what it counted before is lost"
              .formatted(target, Instant.ofEpochMilli(window.startMillis())));
    }
    checkSpacing(target, window, seed, context);
    return Start.Known;
  }

  private static boolean isNew(Target target, WindowEdges window, CountingContext context) {
    Instant started = context.podStarts().get(target.pod());
    return started != null && started.toEpochMilli() > window.startMillis() - context.seedMillis();
  }

  private static void checkSpacing(
      Target target, WindowEdges window, @Nullable Long seed, CountingContext context) {
    Long previous = seed;
    for (Long scrape :
        target.scrapes().subSet(window.startMillis(), false, window.endMillis(), true)) {
      if (previous != null && scrape - previous > context.maxSpacingMillis()) {
        long gap = scrape - previous;
        throw new InvalidSamplesException(
            gap > context.seedMillis() ? InvalidReason.ScrapeGap : InvalidReason.ScrapeTooSlow,
            "%s: %s ms between samples before %s; allowed are %s ms, half a window and 10 %%"
                .formatted(target, gap, Instant.ofEpochMilli(scrape), context.maxSpacingMillis()));
      }
      previous = scrape;
    }
  }
}
