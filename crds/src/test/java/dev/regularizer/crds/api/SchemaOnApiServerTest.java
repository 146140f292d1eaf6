package dev.regularizer.crds.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.crds.generate.Crds;
import dev.regularizer.crds.generate.SchemaFields;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types, bounds, words and required fields of the spec, each broken once on the real API server.
 */
@Tag("api-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaOnApiServerTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Path EVERYTHING =
      Path.of("src/test/resources/objects/regularizedmodel.yaml");
  private static final Path SMALLEST = Path.of("../samples/minimal.yaml");
  private static final Path ANSWERS = Path.of("../samples/answers.yaml");
  private static final Path APPROVALS = Path.of("../samples/approvals.yaml");
  private final ApiServer server = ApiServer.connect();

  @AfterAll
  void close() {
    server.close();
  }

  static List<SchemaFields.Field> specFields() {
    var model = Crds.all().getFirst();
    return SchemaFields.of(model).stream()
        .filter(field -> field.path().startsWith("spec"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("specFields")
  void refusesWhatTheSchemaForbids(SchemaFields.Field field) {
    var schema = field.schema();
    var all = new SoftAssertions();
    switch (schema.getType()) {
      case "string" -> {
        refused(all, field, JSON.numberNode(0.5), "must be of type string");
        if (!schema.getEnum().isEmpty()) {
          refused(all, field, JSON.textNode("Nonsense"), "Unsupported value");
        } else {
          var tooLong = "a".repeat(Math.toIntExact(schema.getMaxLength()) + 1);
          refused(all, field, JSON.textNode(tooLong), "Too long");
        }
        if (schema.getMinLength() != null) {
          refused(all, field, JSON.textNode(""), "at least");
        }
      }
      case "integer" -> {
        refused(all, field, JSON.textNode("7"), "must be of type integer");
        refused(all, field, JSON.numberNode(1.5), "must be of type integer");
        refused(all, field, number(schema.getMinimum() - 1), "greater than or equal to");
        refused(all, field, number(schema.getMaximum() + 1), "less than or equal to");
      }
      case "boolean" -> refused(all, field, JSON.textNode("yes"), "must be of type boolean");
      case "array" -> {
        refused(all, field, JSON.textNode("x"), "must be of type array");
        var items = items(schema);
        refused(all, field, items, "Too many");
        if (schema.getMinItems() != null) {
          refused(all, field, JSON.arrayNode(), "at least");
        }
      }
      default -> {
        refused(all, field, JSON.textNode("x"), "must be of type object");
        for (var name : schema.getRequired()) {
          refused(all, field, JSON.objectNode(), field.path() + "." + name, "Required value");
        }
        if (schema.getMaxProperties() != null) {
          refused(all, field, entries(schema.getMaxProperties() + 1), "Too many");
        }
      }
    }
    all.assertAll();
  }

  @Test
  void refusesAnUnknownField() {
    var object = ObjectTree.read(EVERYTHING);
    object.put("spec.rollout.windows", JSON.textNode("60s"));
    assertThat(server.refusals(object))
        .anySatisfy(
            r -> assertThat(r.message()).contains("unknown field \"spec.rollout.windows\""));
  }

  @Test
  void refusesTwoSlisOfOneName() {
    var object = ObjectTree.read(EVERYTHING);
    object.put("spec.slis[1].name", JSON.textNode("calibration"));
    assertThat(server.refusals(object))
        .anySatisfy(r -> {
          assertThat(r.field()).isEqualTo("spec.slis[1]");
          assertThat(r.message()).contains("Duplicate value");
        });
  }

  @Test
  void acceptsEverythingTheSmallestObjectAndTheSample() {
    assertThat(server.refusals(ObjectTree.read(EVERYTHING))).isEmpty();
    assertThat(server.refusals(ObjectTree.read(SMALLEST))).isEmpty();
    assertThat(server.refusals(ObjectTree.read(ANSWERS))).isEmpty();
    assertThat(server.refusals(ObjectTree.read(APPROVALS))).isEmpty();
  }

  @Test
  void fillsInDefaultsButNotBelowTheRevision() {
    var smallest = ObjectTree.read(SMALLEST);
    var stored = server.completed(smallest).getAdditionalProperties().get("spec");
    JsonNode spec = new ObjectMapper().valueToTree(stored);
    assertThat(spec.get("revision")).isEqualTo(smallest.root().at("/spec/revision"));
    assertThat(spec.get("slis")).isEqualTo(smallest.root().at("/spec/slis"));
    assertThat(spec.at("/replicas").intValue()).isEqualTo(1);
    assertThat(spec.at("/service/port").intValue()).isEqualTo(80);
    assertThat(spec.at("/rollout/steps")).hasSize(3);
    assertThat(spec.at("/rollout/risk/falseRollback").textValue()).isEqualTo("0.05");
    assertThat(spec.at("/rollout/limits/restarts").intValue()).isEqualTo(3);
    assertThat(spec.at("/metrics/connection").textValue()).isEqualTo("default");
    assertThat(spec.at("/rollout/window").isMissingNode()).isTrue();
  }

  private void refused(
      SoftAssertions all, SchemaFields.Field field, JsonNode value, String message) {
    refused(all, field, value, field.path(), message);
  }

  private void refused(
      SoftAssertions all, SchemaFields.Field field, JsonNode value, String reported, String words) {
    var object = ObjectTree.read(EVERYTHING);
    object.put(first(field.path()), value);
    all.assertThat(server.refusals(object))
        .as("%s = %.60s", field.path(), value)
        .anySatisfy(refusal -> {
          assertThat(refusal.field()).isEqualTo(first(reported));
          assertThat(refusal.message()).contains(words);
        });
  }

  /** The first item of every list and some value of every map. */
  private static String first(String path) {
    return path.replace("[]", "[0]").replace("{}", ".some");
  }

  private static JsonNode entries(long count) {
    var map = JSON.objectNode();
    for (long i = 0; i < count; i++) {
      map.put("label" + i, "value");
    }
    return map;
  }

  private static JsonNode number(double value) {
    return JSON.numberNode((long) value);
  }

  private static ArrayNode items(JSONSchemaProps schema) {
    var array = JSON.arrayNode();
    boolean text = "string".equals(schema.getItems().getSchema().getType());
    for (long i = 0; i <= schema.getMaxItems(); i++) {
      array.add(text ? JSON.textNode("h" + i) : JSON.objectNode());
    }
    return array;
  }
}
