package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts that break careless programs, tried in every field that takes a text.
 *
 * @param texts by what they are meant to break
 * @param free fields that take any text, since only people read them, or since it is quoted where
 *     it is used
 * @param model what a good model gets, by path, to have a text wherever any text goes
 */
public record HostileTexts(
    String title, Map<String, String> texts, Set<String> free, Map<String, JsonNode> model) {
  /** The group these are counted in. */
  static final String GROUP = "hostile";

  private static final String PLACEHOLDER = "TEXT";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Those of this module's resources. */
  public static HostileTexts read() {
    try (var stream = HostileTexts.class.getResourceAsStream("hostile.yaml")) {
      return YAML.readValue(stream, HostileTexts.class);
    } catch (IOException e) {
      throw new UncheckedIOException("hostile.yaml", e);
    }
  }

  /** An object with a text in all of these fields. */
  static ObjectTree everywhere(ObjectTree full, List<String> fields, String text) {
    var spoilt = full.copy();
    fields.forEach(field -> spoilt.put(field, new TextNode(text)));
    return spoilt;
  }

  /** The fields of which the server said nothing: it would take the text. */
  static Set<String> taken(List<String> fields, List<Refusal> said) {
    var refused = said.stream().map(Refusal::field).collect(Collectors.toSet());
    return fields.stream()
        .filter(field -> !refused.contains(field))
        .filter(field -> !refused.contains(field.replaceFirst("(\\[0]|[.]some)$", "")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A good model with a text wherever any text goes. */
  ObjectTree spoil(ObjectTree good, String text) {
    var tree = good.copy();
    model.forEach((path, written) -> tree.put(path, filled(written.deepCopy(), text)));
    return tree;
  }

  private static JsonNode filled(JsonNode node, String text) {
    if (node.isTextual()) {
      return node.asText().equals(PLACEHOLDER) ? new TextNode(text) : node;
    }
    if (node.isArray()) {
      var list = YAML.createArrayNode();
      node.forEach(item -> list.add(filled(item, text)));
      return list;
    }
    node.properties().forEach(field -> field.setValue(filled(field.getValue(), text)));
    return node;
  }
}
