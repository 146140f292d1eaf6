package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much more the bad events of equal windows scatter than independent requests would let them:
 * the Pearson statistic of each window against its neighbours, so that a slow drift of the rate
 * does not count.
 *
 * <p>{@code phi = sum_j (k_j - n_j p_j)^2 / (n_j p_j (1 - p_j)) / J / 1.1}, with {@code p_j} = (bad
 * events of the 10 nearest windows + 0.5) / (their trials + 1). A window that is one of eleven has
 * an expected rate with a tenth of its own variance: hence the 1.1. Windows are merged until each
 * holds at least 3 events, since the statistic explodes on sparse data; such windows err on the
 * careful side, by about 0.14 at one event per window and 0.24 at half a one.
 */
public final class Overdispersion {

  /** Windows of history without which nothing can be said. */
  public static final int WINDOWS = 60;

  private static final int NEIGHBOURS = 10;
  private static final long EVENTS = 3;
  private static final double LARGEST = 10;

  private Overdispersion() {}

  /**
   * Counts of one window.
   *
   * @param events bad ones, 0 to trials
   * @param trials above 0
   */
  public record Window(long events, long trials) {

    /** Checks the order. */
    public Window {
      if (trials <= 0) {
        throw new IllegalArgumentException("a window of " + trials + " trials");
      }
      ObjectiveTest.requireCounts(events, trials, 1);
    }

    Window plus(Window other) {
      return new Window(events + other.events, trials + other.trials);
    }
  }

  /**
   * Overdispersion from 1 to 10; empty with fewer than {@link #WINDOWS} windows, or with too few
   * events to compare a window with its neighbours.
   *
   * @param windows in the order of time, only such with trials
   */
  public static OptionalDouble of(List<Window> windows) {
    if (windows.size() < WINDOWS) {
      return OptionalDouble.empty();
    }
    List<Window> merged = merged(windows);
    return merged.size() <= NEIGHBOURS
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.clamp(pearson(merged), 1, LARGEST));
  }

  /** The statistic itself, about 1 for independent requests. */
  static double pearson(List<Window> windows) {
    double sum = 0;
    for (int j = 0; j < windows.size(); j++) {
      Window window = windows.get(j);
      double p = neighbours(windows, j);
      double expected = window.trials() * p;
      double difference = window.events() - expected;
      sum += difference * difference / (expected * (1 - p));
    }
    return sum / windows.size() / (1 + 1.0 / NEIGHBOURS);
  }

  /** Neighbouring windows together, each with enough events; the rest joins the last. */
  static List<Window> merged(List<Window> windows) {
    List<Window> all = new ArrayList<>();
    Window open = null;
    for (Window window : windows) {
      open = open == null ? window : open.plus(window);
      if (open.events() >= EVENTS) {
        all.add(open);
        open = null;
      }
    }
    if (open != null && !all.isEmpty()) {
      all.set(all.size() - 1, all.getLast().plus(open));
    }
    return all;
  }

  /** Rate of the nearest windows, without the window itself. */
  private static double neighbours(List<Window> windows, int own) {
    int first = Math.clamp(own - NEIGHBOURS / 2, 0, windows.size() - NEIGHBOURS - 1);
    long events = 0;
    long trials = 0;
    for (int i = first; i <= first + NEIGHBOURS; i++) {
      if (i != own) {
        events += windows.get(i).events();
        trials += windows.get(i).trials();
      }
    }
    return (events + 0.5) / (trials + 1.0);
  }
}
