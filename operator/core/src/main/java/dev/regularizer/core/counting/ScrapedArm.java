package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All processes of one revision that export the same metrics, window by window. */
final class ScrapedArm {

  private final List<ScrapedProcess> processes;
  private final CountingContext context;
  private @Nullable WindowEdges checked;
  private List<Target> active = List.of();

  ScrapedArm(List<ScrapedProcess> processes, CountingContext context) {
    this.processes = processes;
    this.context = context;
  }

  /** Whether any of them was scraped in a window. */
  boolean scrapedIn(WindowEdges window) {
    for (ScrapedProcess process : processes) {
      if (process.scrapedIn(window)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What is to be counted in a window; empty when samples from further back are needed first. The
   * last answer is kept, since all SLIs ask for it.
   */
  Optional<List<Target>> in(WindowEdges window) {
    if (window.equals(checked)) {
      return Optional.of(active);
    }
    List<Target> found = new ArrayList<>(processes.size());
    boolean unknown = false;
    for (ScrapedProcess process : processes) {
      if (process.scrapedIn(window)) {
        Target target = process.counted(window, context);
        unknown |= ScrapeCheck.check(target, window, context) == ScrapeCheck.Start.Unknown;
        found.add(target);
      }
    }
    if (unknown) {
      return Optional.empty();
    }
    checked = window;
    active = found;
    return Optional.of(found);
  }
}
