package dev.regularizer.core.observe;

import java.util.List;

/**
 * The Deployment of a revision and its pods.
 *
 * @param exists whether the Deployment is there
 * @param replicas pods asked for
 * @param ready pods ready, by the pods themselves
 * @param problem the Deployment's own message when it cannot create pods (quota, admission); empty
 *     otherwise
 */
public record Workload(boolean exists, int replicas, int ready, List<Pod> pods, String problem) {
  /** No Deployment. */
  public static final Workload ABSENT = new Workload(false, 0, 0, List.of(), "");

  public Workload {
    pods = List.copyOf(pods);
  }

  /** Container restarts of the pods there are. */
  public int restarts() {
    return pods.stream().mapToInt(Pod::restarts).sum();
  }

  /** Why pods are not ready, in the cluster's own words; empty when nothing is known. */
  public String explanation() {
    return pods.stream()
        .filter(pod -> !pod.ready() && pod.waiting() != null)
        .map(pod -> pod.name() + ": " + pod.waiting())
        .sorted()
        .findFirst()
        .orElse(problem);
  }
}
