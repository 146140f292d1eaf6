package dev.regularizer.crds.generate;

import static java.util.Objects.requireNonNull;

import dev.regularizer.crds.revision.RegularizerSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What the generator has no annotations for, and what it does twice. */
final class CrdPolish {
  private static final Map<String, String> MAP_LISTS =
      Map.of("spec.slis", "name", "status.conditions", "type");
  private static final List<String> SETS =
      List.of("spec.traffic.gatewayAPI.hostnames", "spec.rollout.approvals");
  private static final Map<String, String> ROOT_DESCRIPTIONS =
      Map.of(
          "RegularizedModel",
          "A machine-learning model that is served, with which regularizers, and what must stay"
              + " true. Every change of spec.revision is tried with a part of the traffic and"
              + " promoted or rolled back on evidence.",
          "ModelRevision",
          "One immutable combination of model, regularizers and pod template, with what became of"
              + " it. Made by the operator only.");
  private static final long LONGEST_ITEM = 253;
  private static final double GREATEST_COUNT = 9_007_199_254_740_991d;

  private CrdPolish() {}

  /**
   * Completes a generated CRD.
   *
   * @param spec record behind `spec`
   * @param status record behind `status`
   */
  static CustomResourceDefinition polish(
      CustomResourceDefinition crd, Class<?> spec, Class<?> status) {
    CustomResourceDefinitionVersion version = crd.getSpec().getVersions().getFirst();
    JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
    String kind = crd.getSpec().getNames().getKind();
    root.setDescription(ROOT_DESCRIPTIONS.get(kind));
    dropDoubledRules(root);
    visit("spec", child(root, "spec"), spec);
    visit("status", child(root, "status"), status);
    if (kind.equals("ModelRevision")) {
      child(root, "spec").getProperties().values().forEach(CrdPolish::dropRules);
    }
    version.setAdditionalPrinterColumns(PrinterColumns.of(kind));
    return crd;
  }

  private static JSONSchemaProps child(JSONSchemaProps schema, String name) {
    return requireNonNull(schema.getProperties().get(name));
  }

  private static void visit(String path, JSONSchemaProps schema, Class<?> type) {
    dropDoubledRules(schema);
    if ("array".equals(schema.getType())) {
      listType(path, schema);
      var items = schema.getItems().getSchema();
      boundItems(items);
      visit(path + "[]", items, type);
      return;
    }
    if (schema.getAdditionalProperties() != null) {
      var values = schema.getAdditionalProperties().getSchema();
      boundItems(values);
      visit(path + "{}", values, type);
      return;
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, child) -> property(path, name, child, type));
    }
    if (type == RegularizerSpec.class) {
      CatalogueRules.all().forEach(rule -> add(schema, rule));
    }
  }

  private static void property(String path, String name, JSONSchemaProps schema, Class<?> record) {
    var component =
        RecordFields.component(record, name)
            .orElseThrow(
                () -> new IllegalStateException(record + " has no " + name + " of " + path));
    visit(path + "." + name, schema, RecordFields.type(component));
    RecordFields.composedRules(component).forEach(rule -> add(schema, rule));
  }

  private static void listType(String path, JSONSchemaProps schema) {
    var key = MAP_LISTS.get(path);
    if (key != null) {
      schema.setXKubernetesListType("map");
      schema.setXKubernetesListMapKeys(List.of(key));
    } else {
      schema.setXKubernetesListType(SETS.contains(path) ? "set" : "atomic");
    }
  }

  private static void boundItems(JSONSchemaProps items) {
    if ("string".equals(items.getType())) {
      items.setMaxLength(LONGEST_ITEM);
    } else if ("integer".equals(items.getType())) {
      items.setMinimum(0d);
      items.setMaximum(GREATEST_COUNT);
    }
  }

  private static void add(JSONSchemaProps schema, ValidationRule rule) {
    var all = new ArrayList<>(schema.getXKubernetesValidations());
    all.add(rule);
    schema.setXKubernetesValidations(all);
  }

  /** A revision repeats what was checked in the model; a newer rule must not refuse an old one. */
  private static void dropRules(JSONSchemaProps schema) {
    schema.setXKubernetesValidations(List.of());
    schema.getProperties().values().forEach(CrdPolish::dropRules);
    if (schema.getItems() != null) {
      dropRules(schema.getItems().getSchema());
    }
    if (schema.getAdditionalProperties() != null) {
      dropRules(schema.getAdditionalProperties().getSchema());
    }
  }

  private static void dropDoubledRules(JSONSchemaProps schema) {
    var once = new LinkedHashSet<>(schema.getXKubernetesValidations());
    schema.setXKubernetesValidations(new ArrayList<>(once));
  }
}
