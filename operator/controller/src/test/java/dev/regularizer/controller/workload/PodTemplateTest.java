package dev.regularizer.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.core.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a pod template is said before anything is made of it. */
class PodTemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Server SERVER = new Server(8080, 8080, false, null);

  private static PodTemplate template(String json) throws JsonProcessingException {
    return new PodTemplate(JSON.readTree(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"text\" | spec.revision.pod",
        "{\"metadata\": []} | spec.revision.pod.metadata",
        "{\"metadata\": {\"labels\": \"a\"}} | spec.revision.pod.metadata.labels",
        "{\"metadata\": {\"annotations\": 7}} | spec.revision.pod.metadata.annotations",
        "{\"spec\": \"text\"} | spec.revision.pod.spec",
        "{\"spec\": {\"containers\": {\"a\": 1}}} | spec.revision.pod.spec.containers",
        "{\"spec\": {\"initContainers\": 1}} | spec.revision.pod.spec.initContainers",
        "{\"spec\": {\"volumes\": \"a\"}} | spec.revision.pod.spec.volumes",
        "{\"spec\": {\"containers\": [7]}} | spec.revision.pod.spec.containers[0]",
        "{\"spec\": {\"containers\": [null]}} | spec.revision.pod.spec.containers[0]",
        "{\"spec\": {\"containers\": [{\"env\": {}}]}} | spec.revision.pod.spec.containers[0].env",
        "{\"spec\": {\"containers\": [{\"volumeMounts\": 1}]}} |"
            + " spec.revision.pod.spec.containers[0].volumeMounts"
      })
  void anotherShapeIsAProblem(String json, String where) throws JsonProcessingException {
    assertThat(template(json).problems()).extracting(Problem::where).containsExactly(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"metadata\": null, \"spec\": null}",
        "{\"metadata\": {\"labels\": null, \"annotations\": null}}",
        "{\"spec\": {\"containers\": [{\"env\": null, \"volumeMounts\": null}], \"volumes\": null}}"
      })
  void whatIsNotThereIsNoProblem(String json) throws JsonProcessingException {
    var template = template(json);
    assertThat(template.problems()).isEmpty();
    assertThat(
            template.render("ic-aaa", Map.of("a", "b"), SERVER).at("/metadata/labels/a").asText())
        .isEqualTo("b");
  }

  @Test
  void aProblemSaysWhatToDo() throws JsonProcessingException {
    assertThat(template("{\"spec\": []}").problems())
        .isEqualTo(
            List.of(
                new Problem(
                    "spec.revision.pod.spec",
                    "something else than a map",
                    "a map",
                    "write a map there")));
  }
}
