package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The series of one answer by the target they were scraped from, grouped once for all revisions.
 */
public final class SamplesByTarget {

  private final SampleMatrix matrix;
  private final Map<String, List<RawSeries>> targets;

  private SamplesByTarget(SampleMatrix matrix, Map<String, List<RawSeries>> targets) {
    this.matrix = matrix;
    this.targets = targets;
  }

  /** Groups an answer. */
  public static SamplesByTarget of(SampleMatrix matrix) {
    Map<String, List<RawSeries>> targets = new LinkedHashMap<>();
    for (RawSeries series : matrix.series()) {
      targets.computeIfAbsent(series.target(), _ -> new ArrayList<>()).add(series);
    }
    return new SamplesByTarget(matrix, targets);
  }

  /** The samples that belong to a revision. */
  public ArmSamples arm(ArmSelector arm, CountingContext context) {
    return new ArmSamples(this, arm, context);
  }

  SampleMatrix matrix() {
    return matrix;
  }

  /** Processes of the targets whose series belong to somebody, all of them if one does. */
  List<ScrapedProcess> ofTargets(Predicate<Map<String, String>> belongs, CountingContext context) {
    List<Target> found = new ArrayList<>();
    for (List<RawSeries> series : targets.values()) {
      if (belongs.test(series.getFirst().labels())) {
        found.add(Target.of(series, context));
      }
    }
    return ScrapedProcess.of(found);
  }

  /** Processes of the series that belong to somebody. */
  List<ScrapedProcess> ofSeries(Predicate<Map<String, String>> belongs, CountingContext context) {
    List<Target> found = new ArrayList<>();
    for (List<RawSeries> all : targets.values()) {
      List<RawSeries> series = all.stream().filter(one -> belongs.test(one.labels())).toList();
      if (!series.isEmpty()) {
        found.add(Target.of(series, context));
      }
    }
    return ScrapedProcess.of(found);
  }
}
