package dev.regularizer.crds.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the CRDs with values it accepts and values it refuses.
 *
 * @param at where each value is put into the smallest object
 * @param with what is put there before, by path
 * @param from the value an object has before it is changed; null for a rule on new objects
 * @param reported where the API server reports a refusal; null where that is {@code at}
 * @param says what its message contains
 */
record RuleCase(
    String at,
    @Nullable String kind,
    @Nullable Map<String, JsonNode> with,
    @Nullable JsonNode from,
    @JsonProperty("field") @Nullable String reported,
    String says,
    List<JsonNode> accepts,
    List<JsonNode> refuses) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path FOLDER = Path.of("src/test/resources/rules");

  /** All cases of all files. */
  static List<RuleCase> all() {
    var all = new ArrayList<RuleCase>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.sorted().toList()) {
        all.addAll(Arrays.asList(YAML.readValue(file.toFile(), RuleCase[].class)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Where a refusal is reported. */
  String field() {
    return reported == null ? at : reported;
  }

  /** The reported field as a path of the schema. */
  String schemaPath() {
    return field().equals("<nil>") ? "" : field().replaceAll("\\[[0-9]+]", "[]");
  }

  /** The smallest object of the kind, with what belongs there before the value. */
  ObjectTree object() {
    var tree = ObjectTree.read(Path.of(isRevision() ? REVISION : MODEL));
    if (with != null) {
      with.forEach(tree::put);
    }
    return tree;
  }

  private static final String MODEL = "../samples/minimal.yaml";
  private static final String REVISION = "src/test/resources/objects/modelrevision.yaml";

  private boolean isRevision() {
    return "ModelRevision".equals(kind);
  }

  @Override
  public String toString() {
    return at + " " + says;
  }
}
