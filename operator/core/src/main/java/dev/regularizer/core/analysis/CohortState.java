package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an SLI of cohorts has gathered. A cohort below {@link #OWN} labels is judged together with
 * all others of that size, as {@link #OTHER}; from the window on that takes it there, by itself.
 * Who is judged with whom depends on sizes only, so it favours nobody.
 *
 * @param named cohorts that have a place of their own, small ones among them; the places are taken
 *     in the order in which cohorts were seen, within a window by size
 * @param rest labels of cohorts that found no place, and the evidence of all that are pooled
 */
record CohortState(SortedMap<String, CohortGroup> named, CohortGroup rest) {

  /** Labels from which a cohort is judged by itself. */
  static final long OWN = 100;

  /** What pooled cohorts are called; a cohort of that name is always pooled. */
  static final String OTHER = "other";

  static final CohortState START = new CohortState(new TreeMap<>(), CohortGroup.START);

  CohortState {
    named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
  }

  /** Labels of which nothing was judged. */
  static CohortState unjudged(CohortCounts counts, SliKind.CohortError kind) {
    TreeMap<String, CohortGroup> named = new TreeMap<>();
    CohortGroup rest = CohortGroup.START;
    for (String name : START.newcomers(counts)) {
      if (named.size() < kind.maxCohorts() - 1) {
        named.put(name, CohortGroup.START);
      }
    }
    for (Map.Entry<String, Cohort> one : counts.cohorts().entrySet()) {
      CohortGroup group = named.get(one.getKey());
      if (group == null) {
        rest = rest.plus(one.getValue());
      } else {
        named.put(one.getKey(), group.plus(one.getValue()));
      }
    }
    return new CohortState(named, rest);
  }

  /** Adds a window of the candidate. */
  CohortState plus(CohortCounts window, SliKind.CohortError kind) {
    TreeMap<String, CohortGroup> next = new TreeMap<>(named);
    for (String name : newcomers(window)) {
      if (next.size() < kind.maxCohorts() - 1) {
        next.put(name, CohortGroup.START);
      }
    }
    CohortTests tests = CohortTests.of(kind.versusAll());
    Cohort all = window.total();
    Cohort pooled = Cohort.NONE;
    CohortGroup others = rest;
    for (Map.Entry<String, Cohort> entry : window.cohorts().entrySet()) {
      Cohort ours = entry.getValue();
      CohortGroup group = next.get(entry.getKey());
      if (group == null) {
        others = others.plus(ours);
        pooled = pooled.plus(ours);
        continue;
      }
      CohortGroup larger = group.plus(ours);
      if (isOwn(larger)) {
        next.put(entry.getKey(), larger.judged(ours, all, tests.harm(), tests.safe()));
      } else {
        next.put(entry.getKey(), larger);
        pooled = pooled.plus(ours);
      }
    }
    return new CohortState(next, others.judged(pooled, all, tests.harm(), tests.safe()));
  }

  /** All labels of the candidate. */
  Cohort total() {
    return named.values().stream().map(CohortGroup::labels).reduce(rest.labels(), Cohort::plus);
  }

  /** The groups that are judged now, by name: cohorts with labels enough, and all others. */
  SortedMap<String, CohortGroup> groups() {
    TreeMap<String, CohortGroup> groups = new TreeMap<>();
    Cohort pooled = rest.labels();
    for (Map.Entry<String, CohortGroup> entry : named.entrySet()) {
      if (isOwn(entry.getValue())) {
        groups.put(entry.getKey(), entry.getValue());
      } else {
        pooled = pooled.plus(entry.getValue().labels());
      }
    }
    groups.put(OTHER, new CohortGroup(pooled, rest.harm(), rest.safe()));
    return groups;
  }

  private static boolean isOwn(CohortGroup group) {
    return group.labels().labeled() >= OWN;
  }

  private List<String> newcomers(CohortCounts window) {
    return window.cohorts().entrySet().stream()
        .filter(one -> !named.containsKey(one.getKey()) && !one.getKey().equals(OTHER))
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Cohort> one) -> -one.getValue().labeled())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
