package dev.regularizer.core.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The candidate's share of the traffic over the observed time of a trial, past and planned. The
 * last share goes on for as long as anybody asks.
 *
 * @param segments in order, at least one
 */
public record Timeline(List<Segment> segments) {

  /**
   * A time with one weight.
   *
   * @param share of the traffic, in [0, 1]
   * @param seconds how long
   */
  public record Segment(double share, double seconds) {}

  /** Checks that there is a share to go on with. */
  public Timeline {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a trial without any weight");
    }
  }

  /** The same, with what comes after. */
  public Timeline then(List<Segment> later) {
    List<Segment> all = new ArrayList<>(segments);
    all.addAll(later);
    return new Timeline(all);
  }

  /**
   * Share x seconds between two moments, in seconds since the beginning; before it there was no
   * traffic.
   */
  public double exposure(double from, double to) {
    double exposure = 0;
    double begin = 0;
    for (int i = 0; i < segments.size(); i++) {
      double end = i == segments.size() - 1 ? Double.POSITIVE_INFINITY : end(begin, i);
      double inside = Math.min(end, to) - Math.max(begin, from);
      exposure += Math.max(0, inside) * segments.get(i).share();
      begin = end;
    }
    return exposure;
  }

  /** Seconds after a moment until an exposure is reached; empty if that never happens. */
  public OptionalDouble until(double from, double exposure) {
    double missing = exposure;
    double begin = 0;
    for (int i = 0; i < segments.size(); i++) {
      double share = segments.get(i).share();
      boolean last = i == segments.size() - 1;
      double end = last ? Double.POSITIVE_INFINITY : end(begin, i);
      double start = Math.max(begin, from);
      double gained = end > start && share > 0 ? (end - start) * share : 0;
      if (gained >= missing) {
        return OptionalDouble.of(missing <= 0 ? 0 : start + missing / share - from);
      }
      missing -= gained;
      begin = end;
    }
    return OptionalDouble.empty();
  }

  private double end(double begin, int index) {
    return begin + segments.get(index).seconds();
  }
}
