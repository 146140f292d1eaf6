package dev.regularizer.samples.modelserver.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One regularizer as it was declared.
 *
 * @param where file and position, for messages
 * @param type for example TemperatureScaling
 * @param parameters decimal, quantity or plain strings by name
 */
public record Declared(String where, String type, Map<String, String> parameters) {
  /** Reads a list of regularizers as they stand in a revision and in a model file. */
  public static List<Declared> list(String file, JsonNode regularizers) {
    var declared = new ArrayList<Declared>();
    for (var entry : regularizers) {
      var where = file + " regularizers[" + declared.size() + "]";
      if (!entry.isObject() || !entry.path("type").isTextual()) {
        throw new InvalidFileException(where, entry.toString(), "write a map with a type");
      }
      var parameters = new LinkedHashMap<String, String>();
      entry.properties().forEach(field -> put(parameters, field.getKey(), field.getValue()));
      declared.add(new Declared(where, entry.path("type").asText(), parameters));
    }
    return List.copyOf(declared);
  }

  private static void put(Map<String, String> parameters, String key, JsonNode value) {
    if (!key.equals("type") && !key.equals("name")) {
      parameters.put(key, value.isValueNode() ? value.asText() : value.toString());
    }
  }

  /** A decimal parameter within bounds; empty when it is not declared. */
  public Optional<Double> decimal(String name, double lowest, double highest) {
    return Optional.ofNullable(parameters.get(name))
        .map(text -> number(name, text, lowest, highest));
  }

  /** A decimal parameter within bounds that must be declared. */
  public double required(String name, double lowest, double highest) {
    return decimal(name, lowest, highest)
        .orElseThrow(
            () -> new InvalidFileException(where, "no " + name + " for " + type, "add " + name));
  }

  private double number(String name, String text, double lowest, double highest) {
    try {
      var value = new BigDecimal(text).doubleValue();
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below, together with numbers out of range.
    }
    throw new InvalidFileException(
        where,
        name + " \"" + text + "\"",
        "write a decimal from " + lowest + " to " + highest + ", such as \"" + highest + "\"");
  }
}
