package dev.regularizer.core.observe;

import java.time.Duration;

/**
 * When samples of a Prometheus connection are complete.
 *
 * @param scrapeInterval time between two samples of a series
 * @param ingestionLag time from a scrape until queries see it
 */
public record ConnectionTiming(Duration scrapeInterval, Duration ingestionLag) {}
