package dev.regularizer.testkit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * True labels by cohort, and who counts them.
 *
 * @param cohorts by name; empty: none are counted
 * @param labeler whether a labeler counts all labels, and not the pods
 */
public record SimulatedLabels(SortedMap<String, Cohort> cohorts, boolean labeler) {

  /** Counted by the pods, without cohorts. */
  public static final SimulatedLabels NONE = new SimulatedLabels(new TreeMap<>(), false);

  /** Copies the map. */
  public SimulatedLabels {
    cohorts = Collections.unmodifiableSortedMap(new TreeMap<>(cohorts));
  }

  /**
   * One cohort.
   *
   * @param share of all labels
   * @param errors share of wrong answers in it
   */
  public record Cohort(double share, double errors) {}

  /** The same with another cohort. */
  public SimulatedLabels and(String name, double share, double errors) {
    var more = new TreeMap<>(cohorts);
    more.put(name, new Cohort(share, errors));
    return new SimulatedLabels(more, labeler);
  }

  /** The same labels, counted by a labeler. */
  public SimulatedLabels byLabeler() {
    return new SimulatedLabels(cohorts, true);
  }
}
