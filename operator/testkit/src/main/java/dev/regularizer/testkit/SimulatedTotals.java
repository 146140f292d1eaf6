package dev.regularizer.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one target has counted since it started; fractions of events, rounded when scraped. */
record SimulatedTotals(
    double requests,
    double rejected,
    double errors,
    double cost,
    Map<Integer, Bin> bins,
    SortedMap<String, Group> cohorts) {

  static final SimulatedTotals NONE = new SimulatedTotals(0, 0, 0, 0, Map.of(), new TreeMap<>());

  SimulatedTotals {
    bins = Collections.unmodifiableMap(new TreeMap<>(bins));
    cohorts = Collections.unmodifiableSortedMap(new TreeMap<>(cohorts));
  }

  SimulatedTotals plus(double more, SimulatedServer server) {
    var answered = more * (1 - server.rejectionRate() - server.errorRate());
    var next = new TreeMap<>(bins);
    next.merge(
        (int) (server.confidence() * 20),
        new Bin(answered, answered * server.accuracy(), server.confidence()),
        Bin::plus);
    var groups = new TreeMap<>(cohorts);
    server
        .labels()
        .cohorts()
        .forEach((name, cohort) -> {
          var labelled = answered * cohort.share();
          groups.merge(name, new Group(labelled, labelled * cohort.errors()), Group::plus);
        });
    return new SimulatedTotals(
        requests + more,
        rejected + more * server.rejectionRate(),
        errors + more * server.errorRate(),
        cost + more * server.cost(),
        next,
        groups);
  }

  Group cohort(String name) {
    return Objects.requireNonNull(cohorts.get(name));
  }

  Bin bin(int bin) {
    return Objects.requireNonNull(bins.get(bin));
  }

  double labeled(int bin) {
    return Math.floor(bin(bin).labeled());
  }

  /** Labelled predictions of one confidence. */
  record Bin(double labeled, double correct, double confidence) {
    Bin plus(Bin more) {
      return new Bin(labeled + more.labeled, correct + more.correct, confidence);
    }
  }

  /** Labelled predictions of one cohort. */
  record Group(double labeled, double errors) {
    Group plus(Group more) {
      return new Group(labeled + more.labeled, errors + more.errors);
    }
  }
}
