package dev.regularizer.core.counting;

import java.util.Map;
import java.util.Optional;

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

  boolean matches(Map<String, String> candidate) {
    return candidate.entrySet().containsAll(labels.entrySet())
        && deployment
            .map(name -> isPodOf(name, candidate.getOrDefault(TelemetryContract.POD, "")))
            .orElse(true);
  }

  private static boolean isPodOf(String deployment, String pod) {
    if (!pod.startsWith(deployment + "-")) {
      return false;
    }
    String suffix = pod.substring(deployment.length() + 1);
    int dash = suffix.indexOf('-');
    return dash > 0
        && isAlphanumeric(suffix.substring(0, dash))
        && dash < suffix.length() - 1
        && isAlphanumeric(suffix.substring(dash + 1));
  }

  private static boolean isAlphanumeric(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
