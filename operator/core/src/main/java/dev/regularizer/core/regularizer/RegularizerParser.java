package dev.regularizer.core.regularizer;

import static dev.regularizer.core.problem.Problem.quote;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code spec.revision.regularizers}. */
public final class RegularizerParser {
  /** How many regularizers a revision may have. */
  public static final int MOST = 32;

  private static final String PATH = "spec.revision.regularizers";
  private static final String TYPES =
      Stream.concat(
              RegularizerCatalogue.TYPES.stream().map(RegularizerType::name),
              Stream.of(Regularizer.CUSTOM))
          .collect(Collectors.joining(", "));

  private final List<Regularizer> regularizers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final HashSet<String> names = new HashSet<>();

  /**
   * What was read.
   *
   * @param regularizers those without a problem, in the order of the spec
   * @param problems everything a user has to change
   */
  public record Parsed(List<Regularizer> regularizers, List<Problem> problems) {
    public Parsed {
      regularizers = List.copyOf(regularizers);
      problems = List.copyOf(problems);
    }
  }

  private RegularizerParser() {}

  public static Parsed parse(JsonArray array) {
    var parser = new RegularizerParser();
    if (array.elements().size() > MOST) {
      parser.problems.add(
          new Problem(
              PATH, array.elements().size() + " regularizers", "at most " + MOST, "remove some"));
    }
    for (int i = 0; i < Math.min(MOST, array.elements().size()); i++) {
      parser.read(PATH + "[" + i + "]", array.elements().get(i));
    }
    return new Parsed(parser.regularizers, parser.problems);
  }

  private void read(String where, Json json) {
    if (!(json instanceof JsonObject object)) {
      problems.add(
          new Problem(
              where, json.kind(), "a map with a type", "write {type: L2, strength: \"0.0001\"}"));
      return;
    }
    var entry = new EntryReader(where, object);
    switch (object.find("type").orElse(JsonNull.NULL)) {
      case JsonString(var type) when type.equals(Regularizer.CUSTOM) -> keep(entry, entry.custom());
      case JsonString(var name) ->
          RegularizerCatalogue.find(name)
              .ifPresentOrElse(
                  type -> keep(entry, entry.ofType(type)),
                  () ->
                      problems.add(
                          new Problem(where + ".type", quote(name), TYPES, remedyForType(name))));
      case JsonNull _ ->
          problems.add(new Problem(where + ".type", "nothing", TYPES, "set the type"));
      case Json other ->
          problems.add(new Problem(where + ".type", other.kind(), TYPES, "write one of the types"));
    }
  }

  private void keep(EntryReader entry, Regularizer regularizer) {
    problems.addAll(entry.problems());
    if (!names.add(regularizer.name())) {
      problems.add(
          new Problem(
              entry.where() + ".name",
              quote(regularizer.name()) + " for a second time",
              "a name no other regularizer has (without a name, the type is the name)",
              "give this one a name of its own"));
    } else if (entry.problems().isEmpty()) {
      regularizers.add(regularizer);
    }
  }

  private static String remedyForType(String name) {
    return RegularizerCatalogue.TYPES.stream()
        .map(RegularizerType::name)
        .filter(it -> it.equalsIgnoreCase(name))
        .findFirst()
        .map(it -> "write " + it)
        .orElse("use one of the types, or Custom with a name, a stage and parameters of your own");
  }
}
