package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Malformed requests of one kind, as a file of this module's resources holds them.
 *
 * @param title for people
 * @param cases in the order of the file
 */
public record BadGroup(String name, String title, List<BadCase> cases) {
  /** The groups, as the files are called. */
  private static final List<String> NAMES =
      List.of(
          "types",
          "numbers",
          "durations",
          "names",
          "references",
          "queries",
          "regularizers",
          "crossfield",
          "commands",
          "sizes",
          "pods",
          "security",
          "cluster");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  public BadGroup {
    cases = List.copyOf(cases);
  }

  /** All groups. */
  public static List<BadGroup> all() {
    return NAMES.stream().map(BadGroup::read).toList();
  }

  private static BadGroup read(String name) {
    var file = name + ".yaml";
    try (var stream = BadGroup.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no file " + file);
      }
      var content = YAML.readValue(stream, FileContent.class);
      return new BadGroup(
          name,
          content.title(),
          content.mistakes().stream().flatMap(it -> it.cases(name)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private record FileContent(String title, List<Mistake> mistakes) {}

  /**
   * A mistake and the values that make it, one case each.
   *
   * @param field where it is reported; null where that is {@code at}
   * @param reason of the condition that answers it; null where the API server refuses it
   * @param harmless whether nothing may come of it
   */
  private record Mistake(
      @Nullable String what,
      @Nullable String at,
      @Nullable List<JsonNode> values,
      @Nullable Map<String, JsonNode> with,
      @Nullable List<String> without,
      @Nullable JsonNode from,
      @Nullable List<String> raw,
      @Nullable String field,
      @JsonProperty("condition") @Nullable String reason,
      boolean harmless,
      @Nullable String says) {

    Stream<BadCase> cases(String group) {
      if (raw != null) {
        return raw.stream().map(body -> one(group, body, null, body));
      }
      if (values == null) {
        return Stream.of(one(group, "", null, null));
      }
      return values.stream().map(value -> one(group, shown(value), value, null));
    }

    private BadCase one(
        String group, String shown, @Nullable JsonNode value, @Nullable String body) {
      var title = new ArrayList<String>();
      title.add(what == null ? at : what);
      if (!shown.isEmpty()) {
        title.add(shown);
      }
      return new BadCase(
          group,
          String.join(" = ", title),
          at == null ? "" : at,
          Optional.ofNullable(value),
          with == null ? Map.of() : with,
          without == null ? List.of() : without,
          Optional.ofNullable(from),
          Optional.ofNullable(body),
          expected());
    }

    private BadCase.Expected expected() {
      if (harmless) {
        return new BadCase.Harmless();
      }
      var said = says == null ? "" : says;
      return reason != null
          ? new BadCase.Answered(reason, said)
          : new BadCase.Refused(field != null ? field : at == null ? "" : at, said);
    }

    private static String shown(JsonNode value) {
      var text = value.toString();
      return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
  }
}
