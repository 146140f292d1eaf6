package dev.regularizer.core.counting;

import java.time.Instant;

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
    int seed = target.scrapes().lastAtOrBefore(window.startMillis());
    if (seed < 0 && !isNew(target, window, context)) {
      if (!context.readBack()) {
        return Start.Unknown;
      }
      throw new InvalidSamplesException(
          InvalidReason.ScrapeGap,
          "%s has no sample in the hour before %s and is not new: what it counted before is lost"
              .formatted(target, Instant.ofEpochMilli(window.startMillis())));
    }
    checkSpacing(target, window, seed, context);
    checkRestart(target, window);
    return Start.Known;
  }

  /** After a restart, an earlier process may have been scraped before: only samples tell. */
  private static boolean isNew(Target target, WindowEdges window, CountingContext context) {
    Instant started = context.podStarts().get(target.pod());
    return started != null
        && started.toEpochMilli() > window.startMillis() - context.seedMillis()
        && (context.readBack() || !context.restarted().contains(target.pod()));
  }

  private static void checkSpacing(
      Target target, WindowEdges window, int seed, CountingContext context) {
    ScrapeLine scrapes = target.scrapes();
    int last = scrapes.lastAtOrBefore(window.endMillis());
    for (int i = Math.max(seed, 0) + 1; i <= last; i++) {
      long gap = scrapes.timeMillis(i) - scrapes.timeMillis(i - 1);
      if (gap > context.maxSpacingMillis()) {
        throw new InvalidSamplesException(
            gap > context.seedMillis() ? InvalidReason.ScrapeGap : InvalidReason.ScrapeTooSlow,
            "%s: %s ms between samples before %s; allowed are %s ms, half a window and 10 %%"
                .formatted(
                    target,
                    gap,
                    Instant.ofEpochMilli(scrapes.timeMillis(i)),
                    context.maxSpacingMillis()));
      }
    }
  }

  private static void checkRestart(Target target, WindowEdges window) {
    target
        .hiddenRestart()
        .filter(restart -> restart.touches(window))
        .ifPresent(restart -> {
          throw new InvalidSamplesException(
              InvalidReason.ScrapeGap,
              "%s restarted at %s and no counter fell: what it counted since its last sample is lost"
                  .formatted(target, restart.started()));
        });
  }
}
