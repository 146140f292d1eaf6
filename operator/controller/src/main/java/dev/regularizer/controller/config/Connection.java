package dev.regularizer.controller.config;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A Prometheus server models may be measured by.
 *
 * @param name what `spec.metrics.connection` refers to
 * @param scrapeInterval time between two samples of a series
 * @param ingestionLag time from a scrape until queries see it
 * @param timeout of one query
 * @param maxConcurrency queries under way at once
 * @param namespaces models of these may use it; empty means all
 */
public record Connection(
    String name,
    URI url,
    Duration scrapeInterval,
    Duration ingestionLag,
    Duration timeout,
    int maxConcurrency,
    Set<String> namespaces) {
  public Connection {
    namespaces = Set.copyOf(namespaces);
  }

  /** Whether models of a namespace may use this connection. */
  public boolean allows(String namespace) {
    return namespaces.isEmpty() || namespaces.contains(namespace);
  }
}
