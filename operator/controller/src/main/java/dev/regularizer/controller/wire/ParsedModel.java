package dev.regularizer.controller.wire;

import dev.regularizer.controller.traffic.TrafficSpec;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.spec.ModelSpec;
import java.util.List;

/**
 * A RegularizedModel's spec, parsed.
 *
 * @param spec what decisions need
 * @param traffic what the route needs
 * @param servicePort port of the Service that leads to stable
 * @param revision what a new revision needs
 * @param unserved SLIs that cannot be counted from the series of the spec's preset
 * @param problems what is wrong with it; empty when it is fine
 */
public record ParsedModel(
    ModelSpec spec,
    TrafficSpec traffic,
    int servicePort,
    RevisionContent revision,
    List<String> unserved,
    List<Problem> problems) {
  public ParsedModel {
    unserved = List.copyOf(unserved);
    problems = List.copyOf(problems);
  }
}
