package dev.regularizer.core.regularizer;

import static dev.regularizer.core.problem.Problem.quote;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one entry of the list of regularizers and collects what is wrong with it. */
final class EntryReader {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final String NAMES =
      "1 to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends";
  private static final String STAGES =
      Stream.of(Stage.values()).map(Stage::text).collect(Collectors.joining(", "));
  private static final ParameterKind CUSTOM_NAME = new ParameterKind.Text(63);
  private static final int LONGEST_VALUE = 253;

  private final String where;
  private final JsonObject entry;
  private final List<Problem> problems = new ArrayList<>();

  EntryReader(String where, JsonObject entry) {
    this.where = where;
    this.entry = entry;
  }

  String where() {
    return where;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The entry as a regularizer of the catalogue; incomplete where there are problems. */
  Regularizer ofType(RegularizerType type) {
    refuseOthers(type);
    var parameters = new ArrayList<Parameter>();
    for (var parameter : type.parameters()) {
      value(parameter).ifPresent(it -> parameters.add(new Parameter(parameter.name(), it)));
    }
    var regularizer =
        new Regularizer(type.name(), name().orElse(type.name()), type.stage(), parameters);
    if (problems.isEmpty()) {
      type.rules().forEach(rule -> rule.check(where, regularizer).ifPresent(problems::add));
    }
    return regularizer;
  }

  /** The entry as a regularizer with parameters of the user's own. */
  Regularizer custom() {
    refuseOthers(
        where, entry, Set.of("type", "name", "stage", "parameters"), "name, stage, parameters");
    var name = name();
    if (name.isEmpty() && find(entry, "name").isEmpty()) {
      problem(where + ".name", "nothing", NAMES, "name the technique");
    }
    var stage =
        find(entry, "stage")
            .flatMap(
                it -> it instanceof JsonString(var text) ? Stage.find(text) : Optional.empty());
    if (stage.isEmpty()) {
      problem(where + ".stage", found(find(entry, "stage")), STAGES, "say where it works");
    }
    return new Regularizer(
        Regularizer.CUSTOM,
        name.orElse(Regularizer.CUSTOM),
        stage.orElse(Stage.TRAINING),
        customParameters());
  }

  private List<Parameter> customParameters() {
    var list = find(entry, "parameters").orElse(JsonArray.of());
    var path = where + ".parameters";
    if (!(list instanceof JsonArray(var elements))) {
      problem(path, list.kind(), "a list of {name, value}", "write [{name: bound, value: \"3\"}]");
      return List.of();
    }
    if (elements.size() > RegularizerParser.MOST) {
      problem(
          path,
          elements.size() + " parameters",
          "at most " + RegularizerParser.MOST,
          "remove some");
      return List.of();
    }
    var parameters = new ArrayList<Parameter>();
    for (int i = 0; i < elements.size(); i++) {
      customParameter(path + "[" + i + "]", elements.get(i), parameters);
    }
    return parameters;
  }

  private void customParameter(String path, Json json, List<Parameter> parameters) {
    if (!(json instanceof JsonObject object)) {
      problem(path, json.kind(), "a map {name, value}", "write {name: bound, value: \"3\"}");
      return;
    }
    refuseOthers(path, object, Set.of("name", "value"), "name, value");
    var name = find(object, "name");
    var value = find(object, "value");
    if (!(name.orElse(JsonNull.NULL) instanceof JsonString(var nameText))
        || CUSTOM_NAME.accept(new JsonString(nameText)).isEmpty()) {
      problem(path + ".name", found(name), CUSTOM_NAME.allowed(), "name the parameter");
    } else if (parameters.stream().anyMatch(it -> it.name().equals(nameText))) {
      problem(
          path + ".name",
          quote(nameText) + " for a second time",
          "each name once",
          "remove or rename one");
    } else if (!(value.orElse(JsonNull.NULL) instanceof JsonString(var text))
        || text.length() > LONGEST_VALUE) {
      var allowed = "text in quotes of at most " + LONGEST_VALUE + " characters";
      problem(path + ".value", found(value), allowed, "write the value as text");
    } else {
      parameters.add(new Parameter(nameText, text));
    }
  }

  private Optional<String> value(ParameterSpec parameter) {
    var json = find(entry, parameter.name());
    var path = where + "." + parameter.name();
    if (json.isEmpty()) {
      if (parameter.required()) {
        problem(path, "nothing", parameter.kind().allowed(), "set " + parameter.name());
      }
      return Optional.empty();
    }
    var accepted = parameter.kind().accept(json.get());
    if (accepted.isEmpty()) {
      problem(path, found(json), parameter.kind().allowed(), parameter.kind().remedy(json.get()));
    }
    return accepted;
  }

  private Optional<String> name() {
    var name = find(entry, "name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get() instanceof JsonString(var text) && NAME.matcher(text).matches()) {
      return Optional.of(text);
    }
    problem(where + ".name", found(name), NAMES, "choose another name");
    return Optional.empty();
  }

  private void refuseOthers(RegularizerType type) {
    var own = type.parameters().stream().map(ParameterSpec::name).collect(Collectors.toSet());
    own.add("type");
    own.add("name");
    var allowed =
        Stream.concat(Stream.of("name"), type.parameters().stream().map(ParameterSpec::name));
    refuseOthers(
        where, entry, own, allowed.collect(Collectors.joining(", ")) + " for " + type.name());
  }

  private void refuseOthers(String path, JsonObject object, Set<String> own, String allowed) {
    for (var name : object.members().keySet()) {
      if (!own.contains(name) && find(object, name).isPresent()) {
        problem(path + "." + name, found(find(object, name)), allowed, "remove " + name);
      }
    }
  }

  /** A member that is null is as good as none. */
  private static Optional<Json> find(JsonObject object, String name) {
    return object.find(name).filter(it -> it != JsonNull.NULL);
  }

  private static String found(Optional<Json> json) {
    return json.map(it ->
            switch (it) {
              case JsonString(var text) -> quote(text);
              case JsonNumber number -> "the number " + number.text();
              default -> it.kind();
            })
        .orElse("nothing");
  }

  private void problem(String path, String found, String allowed, String remedy) {
    problems.add(new Problem(path, found, allowed, remedy));
  }
}
