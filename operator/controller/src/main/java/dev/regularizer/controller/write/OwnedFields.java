package dev.regularizer.controller.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.core.quantity.Quantity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object holds every value we set. What others and the API server's defaults added does
 * not count.
 */
final class OwnedFields {
  private final boolean atomicLists;

  private OwnedFields(boolean atomicLists) {
    this.atomicLists = atomicLists;
  }

  /**
   * Compares two objects.
   *
   * @param atomicLists lists are compared as a whole, as in an HTTPRoute; otherwise lists of named
   *     elements may have more of them, as in a pod template
   */
  static boolean holds(JsonNode desired, JsonNode actual, boolean atomicLists) {
    return new OwnedFields(atomicLists).holds(actual, desired);
  }

  private boolean holds(@Nullable JsonNode actual, JsonNode desired) {
    if (actual == null) {
      return desired.isNull() || (desired.isContainerNode() && desired.isEmpty());
    }
    return switch (desired.getNodeType()) {
      case OBJECT ->
          actual.isObject()
              && desired.properties().stream()
                  .allMatch(field -> holds(actual.get(field.getKey()), field.getValue()));
      case ARRAY -> actual.isArray() && list(actual, desired);
      default -> actual.equals(desired) || sameQuantity(actual, desired);
    };
  }

  private boolean list(JsonNode actual, JsonNode desired) {
    if (actual.size() == desired.size() || atomicLists) {
      if (actual.size() != desired.size()) {
        return false;
      }
      for (int i = 0; i < desired.size(); i++) {
        if (!holds(actual.get(i), desired.get(i))) {
          return !atomicLists && named(actual, desired);
        }
      }
      return true;
    }
    return named(actual, desired);
  }

  private boolean named(JsonNode actual, JsonNode desired) {
    Map<String, JsonNode> there = new HashMap<>();
    for (var element : actual) {
      if (!element.path("name").isTextual()) {
        return false;
      }
      there.put(element.path("name").textValue(), element);
    }
    for (var element : desired) {
      if (!holds(there.get(element.path("name").asText()), element)) {
        return false;
      }
    }
    return true;
  }

  /** The API server spells quantities its own way: 0.5 comes back as 500m. */
  private static boolean sameQuantity(JsonNode actual, JsonNode desired) {
    var one = Quantity.parse(actual.asText());
    return one.isPresent()
        && Quantity.parse(desired.asText())
            .map(other -> one.get().compareTo(other) == 0)
            .orElse(false);
  }
}
