package dev.regularizer.crds.generate;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinitionBuilder;
import java.util.List;

/** What `kubectl get` shows; the order is the generator's to lose, so it is said here. */
final class PrinterColumns {
  private PrinterColumns() {}

  static List<CustomResourceColumnDefinition> of(String kind) {
    return switch (kind) {
      case "RegularizedModel" ->
          List.of(
              text("Phase", ".status.phase"),
              text("Stable", ".status.stable.revision"),
              text("Candidate", ".status.candidate.revision"),
              number("Weight", ".status.candidate.weight"),
              number("Step", ".status.candidate.step"),
              text("Ready", ".status.conditions[?(@.type==\"Ready\")].status"),
              date("Age", ".metadata.creationTimestamp"),
              wide(text("Token", ".status.token")),
              wide(text("Regularizers", ".status.regularizers.summary")),
              wide(text("Message", ".status.message")));
      case "ModelRevision" ->
          List.of(
              text("Model", ".spec.modelName"),
              text("Version", ".spec.version"),
              text("Role", ".status.role"),
              text("Outcome", ".status.outcome"),
              text("Regularizers", ".spec.summary"),
              date("Age", ".metadata.creationTimestamp"));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static CustomResourceColumnDefinition text(String name, String path) {
    return column(name, "string", path);
  }

  private static CustomResourceColumnDefinition number(String name, String path) {
    return column(name, "integer", path);
  }

  private static CustomResourceColumnDefinition date(String name, String path) {
    return column(name, "date", path);
  }

  private static CustomResourceColumnDefinition column(String name, String type, String path) {
    return new CustomResourceColumnDefinitionBuilder()
        .withName(name)
        .withType(type)
        .withJsonPath(path)
        .build();
  }

  private static CustomResourceColumnDefinition wide(CustomResourceColumnDefinition column) {
    return column.toBuilder().withPriority(1).build();
  }
}
