package dev.regularizer.crds.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A JSON Schema for editors, made from a CRD. Unknown fields are errors as in `kubectl apply`; text
 * forms that the CRD checks by CEL become patterns.
 */
final class EditorSchema {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Pattern LEADING_FORM = Pattern.compile("^self\\.matches\\('([^']+)'\\)");
  private static final String UNKNOWN_KEPT = "x-kubernetes-preserve-unknown-fields";
  private static final String RULES = "x-kubernetes-validations";

  private EditorSchema() {}

  static String text(CustomResourceDefinition crd) {
    JsonNode version = CrdYaml.tree(crd).at("/spec/versions/0");
    String kind = crd.getSpec().getNames().getKind();
    var schema = JSON.createObjectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", kind);
    var root = (ObjectNode) version.at("/schema/openAPIV3Schema").deepCopy();
    convert(root);
    schema.setAll(root);
    var properties = (ObjectNode) schema.get("properties");
    properties
        .putObject("apiVersion")
        .put("const", crd.getSpec().getGroup() + "/" + version.get("name").asText());
    properties.putObject("kind").put("const", kind);
    properties.putObject("metadata").put("type", "object");
    schema.putArray("required").add("apiVersion").add("kind").add("metadata").add("spec");
    try {
      return JSON.writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void convert(ObjectNode schema) {
    form(schema);
    boolean open = schema.path(UNKNOWN_KEPT).asBoolean();
    schema.remove(List.of(UNKNOWN_KEPT, RULES));
    extensions(schema).forEach(schema::remove);
    if (schema.get("properties") instanceof ObjectNode properties) {
      properties.forEach(child -> convert((ObjectNode) child));
      if (!open) {
        schema.put("additionalProperties", false);
      }
    }
    if (schema.get("additionalProperties") instanceof ObjectNode values) {
      convert(values);
    }
    if (schema.get("items") instanceof ObjectNode items) {
      convert(items);
    }
  }

  private static void form(ObjectNode schema) {
    for (var rule : schema.path(RULES)) {
      var form = LEADING_FORM.matcher(rule.path("rule").asText());
      if (form.find()) {
        schema.put("pattern", form.group(1));
      }
    }
  }

  private static List<String> extensions(ObjectNode schema) {
    var names = new ArrayList<String>();
    schema.fieldNames().forEachRemaining(names::add);
    return names.stream().filter(name -> name.startsWith("x-kubernetes-")).toList();
  }
}
