package dev.regularizer.controller.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonBool;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** JSON as the API server stores it, for the core. */
public final class StoredJson {
  private StoredJson() {}

  /** The same tree in the core's types. */
  public static Json of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        yield new JsonObject(members);
      }
      case ARRAY -> {
        var elements = new ArrayList<Json>();
        node.forEach(element -> elements.add(of(element)));
        yield new JsonArray(elements);
      }
      case STRING -> new JsonString(node.textValue());
      case NUMBER -> new JsonNumber(node.decimalValue());
      case BOOLEAN -> JsonBool.of(node.booleanValue());
      case NULL, MISSING -> JsonNull.NULL;
      case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    };
  }
}
