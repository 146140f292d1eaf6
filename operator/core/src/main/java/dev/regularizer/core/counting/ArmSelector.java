package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which series belong to one revision.
 *
 * @param labels labels that must have exactly these values
 * @param deployment if present, the pod label must be a pod of this Deployment
 */
public record ArmSelector(Map<String, String> labels, Optional<String> deployment) {

  /** Copies the labels. */
  public ArmSelector {
    labels = Map.copyOf(labels);
  }

  /** The pods of a Deployment: {@code pod=~"<deployment>-[a-z0-9]+-[a-z0-9]+"}. */
  public static ArmSelector pods(String namespace, String deployment) {
    return new ArmSelector(Map.of(TelemetryContract.NAMESPACE, namespace), Optional.of(deployment));
  }

  /** Series with these labels. */
  public static ArmSelector labels(Map<String, String> labels) {
    return new ArmSelector(labels, Optional.empty());
  }

  /** Whether all series of a target belong to the revision if one does. */
  boolean isAboutTargets() {
    return labels.entrySet().stream()
        .allMatch(label -> TelemetryContract.isOfTarget(label.getKey(), label.getValue()));
  }

  /** The same as label matchers of PromQL, without braces. */
  String matchers() {
    List<String> all = new ArrayList<>();
    new TreeMap<>(labels).forEach((label, value) -> all.add(label + "=\"" + escaped(value) + "\""));
    deployment.ifPresent(
        name -> all.add(TelemetryContract.POD + "=~\"" + name + "-[a-z0-9]+-[a-z0-9]+\""));
    return String.join(",", all);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  boolean matches(Map<String, String> candidate) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!label.getValue().equals(candidate.get(label.getKey()))) {
        return false;
      }
    }
    return deployment.isEmpty()
        || isPodOf(deployment.get(), candidate.getOrDefault(TelemetryContract.POD, ""));
  }

  /** The labels a labeler gives the series of this revision; empty for other than pods. */
  Map<String, String> labelerLabels() {
    int dash = deployment.orElse("").lastIndexOf('-');
    return dash < 0
        ? Map.of()
        : Map.of(
            TelemetryContract.MODEL, deployment.orElseThrow().substring(0, dash),
            TelemetryContract.REVISION, deployment.orElseThrow().substring(dash + 1));
  }

  /**
   * Whether a series is one that a labeler exports for the model: of this revision or of another,
   * since the series of one tell whether its process was scraped before. A pod is no labeler,
   * whatever labels a scrape configuration gives it.
   */
  boolean isOfLabeler(Map<String, String> candidate) {
    String model = candidate.get(TelemetryContract.MODEL);
    return model != null
        && candidate.containsKey(TelemetryContract.REVISION)
        && model.equals(labelerLabels().get(TelemetryContract.MODEL))
        && candidate.entrySet().containsAll(labels.entrySet())
        && !matches(candidate);
  }

  private static boolean isPodOf(String deployment, String pod) {
    int hash = deployment.length() + 1;
    if (!pod.startsWith(deployment) || pod.length() <= hash || pod.charAt(hash - 1) != '-') {
      return false;
    }
    int dash = pod.indexOf('-', hash);
    return isAlphanumeric(pod, hash, dash) && isAlphanumeric(pod, dash + 1, pod.length());
  }

  private static boolean isAlphanumeric(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return from < to;
  }
}
