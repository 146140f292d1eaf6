package dev.regularizer.crds.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object as a tree that values are put into by path, such as {@code spec.slis[0].name}. */
record ObjectTree(ObjectNode root) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)|\\[([0-9]+)]");

  static ObjectTree read(Path file) {
    try {
      return new ObjectTree((ObjectNode) YAML.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a value; missing parents are made. */
  void put(String path, JsonNode value) {
    JsonNode node = root;
    Matcher steps = STEP.matcher(path);
    steps.find();
    while (true) {
      String name = steps.group(1);
      String index = steps.group(2);
      boolean more = steps.find();
      JsonNode child = more ? child(node, name, index, steps.group(2) != null) : value;
      if (name != null) {
        ((ObjectNode) node).set(name, child);
      } else if (node.size() > Integer.parseInt(index)) {
        ((ArrayNode) node).set(Integer.parseInt(index), child);
      } else {
        ((ArrayNode) node).add(child);
      }
      if (!more) {
        return;
      }
      node = child;
    }
  }

  /** The object for a client. */
  GenericKubernetesResource resource() {
    try {
      return JSON.treeToValue(root, GenericKubernetesResource.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectTree copy() {
    return new ObjectTree(root.deepCopy());
  }

  private static JsonNode child(JsonNode node, String name, String index, boolean list) {
    JsonNode child = name != null ? node.path(name) : node.path(Integer.parseInt(index));
    boolean fits = list ? child.isArray() : child.isObject();
    return fits ? child : list ? JSON.createArrayNode() : JSON.createObjectNode();
  }
}
