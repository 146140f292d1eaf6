package dev.regularizer.e2e.badinput;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The fields below `spec` that hold a text of the user's choice, as paths of first items. The pod
 * template is left out: its texts are for the dry run to judge.
 */
final class StringFields {
  private final List<String> found = new ArrayList<>();

  private StringFields() {}

  /** All of them, in the order of the schema. */
  static List<String> of(CustomResourceDefinition crd) {
    var fields = new StringFields();
    var schema = crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
    fields.visit("spec", Objects.requireNonNull(schema.getProperties().get("spec")));
    return List.copyOf(fields.found);
  }

  private void visit(String path, JSONSchemaProps schema) {
    if (Boolean.TRUE.equals(schema.getXKubernetesPreserveUnknownFields())) {
      return;
    }
    if ("string".equals(schema.getType())) {
      if (schema.getEnum() == null || schema.getEnum().isEmpty()) {
        found.add(path);
      }
    } else if ("array".equals(schema.getType())) {
      visit(path + "[0]", schema.getItems().getSchema());
    } else if (schema.getAdditionalProperties() != null
        && schema.getAdditionalProperties().getSchema() != null) {
      visit(path + ".some", schema.getAdditionalProperties().getSchema());
    } else if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, child) -> visit(path + "." + name, child));
    }
  }
}
