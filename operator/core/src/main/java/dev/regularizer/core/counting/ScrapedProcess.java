package dev.regularizer.core.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One process of a revision and everybody who scrapes it: two Prometheus servers behind one
 * endpoint, or two jobs. Their samples count the same events, so one of them is counted and the
 * others are dropped: the first in the order of its labels that scraped at all of late.
 *
 * <p>Scrapers look at different instants, so going over from one to the other between two counted
 * windows would lose or double what came in between. A window in which the first stopped or came
 * back while another went on is invalid, so there is always one between two scrapers.
 *
 * @param scrapers in the order of their labels, at least one
 */
record ScrapedProcess(List<Target> scrapers) {

  ScrapedProcess {
    scrapers = List.copyOf(scrapers);
  }

  /** The processes behind some targets. */
  static List<ScrapedProcess> of(Collection<Target> targets) {
    Map<SortedMap<String, String>, List<List<Target>>> found = new LinkedHashMap<>();
    targets.stream()
        .sorted(Comparator.comparing(Target::key))
        .forEach(
            target -> add(target, found.computeIfAbsent(target.process(), _ -> new ArrayList<>())));
    return found.values().stream().flatMap(List::stream).map(ScrapedProcess::new).toList();
  }

  private static void add(Target target, List<List<Target>> processes) {
    for (List<Target> process : processes) {
      if (process.getFirst().overlaps(target)) {
        process.add(target);
        return;
      }
    }
    processes.add(new ArrayList<>(List.of(target)));
  }

  boolean scrapedIn(WindowEdges window) {
    for (Target scraper : scrapers) {
      if (scraper.scrapedIn(window)) {
        return true;
      }
    }
    return false;
  }

  /** The target to count in a window in which the process was scraped. */
  Target counted(WindowEdges window, CountingContext context) {
    if (scrapers.size() == 1) {
      return scrapers.getFirst();
    }
    long since = window.startMillis() - context.seedMillis();
    List<Target> alive =
        scrapers.stream()
            .filter(one -> one.scrapes().scrapedIn(since, window.endMillis()))
            .toList();
    Target first = alive.getFirst();
    for (Target other : alive.subList(1, alive.size())) {
      boolean came =
          !first.scrapes().scrapedIn(since, window.startMillis())
              && other.scrapes().scrapedIn(since, window.startMillis());
      boolean went = last(other, window) - last(first, window) > context.maxSpacingMillis();
      if (came || went) {
        throw new InvalidSamplesException(
            InvalidReason.ScrapeGap,
            "%s %s before %s, %s goes on: one of them is counted, and what it missed is lost"
                .formatted(
                    first,
                    came ? "was not scraped" : "stopped being scraped",
                    Instant.ofEpochMilli(came ? window.startMillis() : window.endMillis()),
                    other));
      }
    }
    return first;
  }

  private static long last(Target target, WindowEdges window) {
    return target.scrapes().timeMillis(target.scrapes().lastAtOrBefore(window.endMillis()));
  }
}
