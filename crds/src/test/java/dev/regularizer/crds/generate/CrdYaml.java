package dev.regularizer.crds.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;

/** A CRD as committed: whole numbers without a fraction, quotes only where they are needed. */
final class CrdYaml {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

  private CrdYaml() {}

  static JsonNode tree(CustomResourceDefinition crd) {
    return whole(JSON.valueToTree(crd));
  }

  static String text(CustomResourceDefinition crd) {
    try {
      return "# Generated from the records in this module; rewrite it with -Dcrds.update=true.\n"
          + YAML.writeValueAsString(tree(crd));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode whole(JsonNode node) {
    switch (node) {
      case ObjectNode object -> object.properties().forEach(e -> e.setValue(whole(e.getValue())));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, whole(array.get(i)));
        }
      }
      default -> {
        return node.isDouble() && node.doubleValue() == Math.rint(node.doubleValue())
            ? LongNode.valueOf(node.longValue())
            : node;
      }
    }
    return node;
  }
}
