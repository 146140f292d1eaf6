package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * An object whose values are named by paths as the API server writes them, such as {@code
 * spec.slis[0].name}; a name with dots in it stands in brackets, {@code metadata.labels[a.b/c]}.
 */
record ObjectTree(ObjectNode root) {
  private static final Pattern STEP = Pattern.compile("\\[([^]]+)]|([^.\\[]+)");
  private static final Pattern INDEX = Pattern.compile("[0-9]+");

  ObjectTree copy() {
    return new ObjectTree(root.deepCopy());
  }

  /** Puts a value; missing parents are made, and an index behind the last item adds one. */
  void put(String path, JsonNode value) {
    var steps = STEP.matcher(path).results().map(step -> text(step.group())).toList();
    JsonNode node = root;
    for (var at = 0; at < steps.size(); at++) {
      var last = at == steps.size() - 1;
      var name = steps.get(at);
      var child = last ? value : node.isArray() ? node.path(index(name)) : node.path(name);
      if (!last && !child.isContainerNode()) {
        child = isIndex(steps.get(at + 1)) ? JsonNodeFactory.instance.arrayNode() : newObject();
      }
      set(node, name, child);
      node = child;
    }
  }

  /** Takes a field away, which must be there. */
  void remove(String path) {
    var steps = STEP.matcher(path).results().map(step -> text(step.group())).toList();
    JsonNode parent = root;
    for (var name : steps.subList(0, steps.size() - 1)) {
      parent = parent.isArray() ? parent.path(index(name)) : parent.path(name);
    }
    if (!(parent instanceof ObjectNode object) || object.remove(steps.getLast()) == null) {
      throw new IllegalArgumentException("there is no " + path + " to take away");
    }
  }

  private static void set(JsonNode node, String name, JsonNode value) {
    if (node instanceof ArrayNode array && index(name) < array.size()) {
      array.set(index(name), value);
    } else if (node instanceof ArrayNode array) {
      array.add(value);
    } else {
      ((ObjectNode) node).set(name, value);
    }
  }

  private static ObjectNode newObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String text(String step) {
    return step.startsWith("[") ? step.substring(1, step.length() - 1) : step;
  }

  private static boolean isIndex(String name) {
    return INDEX.matcher(name).matches();
  }

  private static int index(String name) {
    return Integer.parseInt(name);
  }
}
