package dev.regularizer.core.digest;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.quantity.DecimalText;
import dev.regularizer.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes a revision in another way that means the same. */
final class Respelling {
  private static final Set<String> EXACT_FIELDS =
      Set.of("name", "type", "policy", "distribution", "uri", "url");
  private final Random random;

  Respelling(Random random) {
    this.random = random;
  }

  JsonObject of(JsonObject revision) {
    var members = new LinkedHashMap<String, Json>();
    revision.members().forEach((name, value) -> members.put(name, section(name, value)));
    return (JsonObject) shuffled(new JsonObject(members));
  }

  private Json section(String name, Json value) {
    return switch (value) {
      case JsonArray(var elements) when name.equals("regularizers") -> {
        var moved = new ArrayList<Json>();
        elements.forEach(it -> moved.add(it instanceof JsonObject object ? fields(object) : it));
        Collections.shuffle(moved, random);
        yield new JsonArray(moved);
      }
      case JsonObject object when name.equals("training") -> fields(object);
      case JsonObject object when name.equals("pod") -> resources(object);
      default -> value;
    };
  }

  private JsonObject fields(JsonObject object) {
    var members = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach((name, value) ->
            members.put(
                name,
                value instanceof JsonString(var text) && !EXACT_FIELDS.contains(name)
                    ? new JsonString(respelt(name, text))
                    : value));
    return new JsonObject(members);
  }

  private String respelt(String name, String text) {
    if (name.equals("maxBytes")) {
      return quantity(text);
    }
    return DecimalText.parse(text).map(this::decimal).orElse(text);
  }

  private String decimal(BigDecimal number) {
    return switch (random.nextInt(4)) {
      case 0 -> number.setScale(Math.max(0, number.scale()) + random.nextInt(4)).toPlainString();
      case 1 -> number.unscaledValue() + "e" + -number.scale();
      case 2 -> number.unscaledValue() + "0E" + (-number.scale() - 1);
      default -> number.toPlainString();
    };
  }

  private Json resources(Json json) {
    return switch (json) {
      case JsonArray(var elements) ->
          new JsonArray(elements.stream().map(this::resources).toList());
      case JsonObject object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, value) ->
                members.put(
                    name,
                    value instanceof JsonObject amounts
                            && List.of("requests", "limits", "overhead").contains(name)
                        ? quantities(amounts)
                        : resources(value)));
        yield new JsonObject(members);
      }
      default -> json;
    };
  }

  private JsonObject quantities(JsonObject amounts) {
    var members = new LinkedHashMap<String, Json>();
    amounts
        .members()
        .forEach((name, value) ->
            members.put(
                name,
                value instanceof JsonString(var text) ? new JsonString(quantity(text)) : value));
    return new JsonObject(members);
  }

  private String quantity(String text) {
    var amount = Quantity.parse(text).orElseThrow();
    return switch (random.nextInt(4)) {
      case 0 -> amount.multiply(BigDecimal.valueOf(1000)).toPlainString() + "m";
      case 1 -> amount.movePointLeft(3).toPlainString() + "k";
      case 2 -> amount.divide(BigDecimal.valueOf(1024)).toPlainString() + "Ki";
      default -> amount.toPlainString();
    };
  }

  /** Members in another order, and with others between them that say nothing. */
  private Json shuffled(Json json) {
    return switch (json) {
      case JsonArray(var elements) -> new JsonArray(elements.stream().map(this::shuffled).toList());
      case JsonObject object -> {
        var names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, random);
        var members = new LinkedHashMap<String, Json>();
        for (var name : names) {
          if (random.nextInt(3) == 0) {
            members.put("nothing" + random.nextInt(1000), nothing());
          }
          members.put(name, shuffled(object.members().getOrDefault(name, JsonNull.NULL)));
        }
        yield new JsonObject(members);
      }
      default -> json;
    };
  }

  private Json nothing() {
    return switch (random.nextInt(4)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonObject.of();
      case 2 -> JsonArray.of();
      default -> JsonObject.of("inner", JsonArray.of());
    };
  }
}
