package dev.regularizer.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.regularizer.crds.revision.RevisionSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Records keep what they read, in both directions. */
class RoundTripTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private final KubernetesSerialization serialization = new KubernetesSerialization();

  @Test
  void everyFieldOfAModelSurvives() throws IOException {
    survives("regularizedmodel.yaml", RegularizedModel.class);
  }

  @Test
  void everyFieldOfARevisionSurvives() throws IOException {
    survives("modelrevision.yaml", ModelRevision.class);
  }

  @Test
  void theTypedFormOfARevisionLosesNothing() throws IOException {
    var stored = read("regularizedmodel.yaml").at("/spec/revision");
    var json = new ObjectMapper();
    var typed = json.treeToValue(stored, RevisionSpec.class);
    JsonNode back = json.valueToTree(typed);
    assertThat(back).isEqualTo(stored);
  }

  @Test
  void unknownFieldsAndWordsDoNotBreakReading() throws IOException {
    var tree = (ObjectNode) read("regularizedmodel.yaml");
    ((ObjectNode) tree.at("/spec/rollout")).put("onInconclusive", "Ask").put("later", "field");
    var model = serialization.unmarshal(tree.toString(), RegularizedModel.class);
    assertThat(model.getSpec().rollout()).isNotNull();
    assertThat(serialization.asJson(model)).contains("\"Ask\"").doesNotContain("later");
  }

  private void survives(String file, Class<?> type) throws IOException {
    var tree = read(file);
    var object = serialization.unmarshal(tree.toString(), type);
    assertThat(new ObjectMapper().readTree(serialization.asJson(object))).isEqualTo(tree);
  }

  private static JsonNode read(String file) throws IOException {
    return YAML.readTree(new File("src/test/resources/objects/" + file));
  }
}
