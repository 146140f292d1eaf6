package dev.regularizer.crds.generate;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;

/** Every schema of a CRD with its path; items of a list are `path[]`, values of a map `path{}`. */
public final class SchemaFields {
  private SchemaFields() {}

  /**
   * One schema.
   *
   * @param path such as {@code spec.slis[].name}; empty for the root
   */
  public record Field(String path, JSONSchemaProps schema) {
    /** Whether it describes the items of a list or the values of a map. */
    public boolean isItem() {
      return path.endsWith("[]") || path.endsWith("{}");
    }
  }

  /** All schemas, the root first. */
  public static List<Field> of(CustomResourceDefinition crd) {
    var all = new ArrayList<Field>();
    var version = crd.getSpec().getVersions().getFirst();
    collect("", version.getSchema().getOpenAPIV3Schema(), all);
    return List.copyOf(all);
  }

  private static void collect(String path, JSONSchemaProps schema, List<Field> all) {
    all.add(new Field(path, schema));
    schema
        .getProperties()
        .forEach((name, child) -> collect(path.isEmpty() ? name : path + "." + name, child, all));
    if (schema.getItems() != null) {
      collect(path + "[]", schema.getItems().getSchema(), all);
    }
    if (schema.getAdditionalProperties() != null) {
      collect(path + "{}", schema.getAdditionalProperties().getSchema(), all);
    }
  }
}
