package dev.regularizer.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.controller.wire.RevisionContent;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From a user's template to the objects of a revision: what goes in and what comes out, as files.
 */
class WorkloadRendererTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final Owner OWNER =
      new Owner("regularizer.dev/v1alpha1", "RegularizedModel", "ic", "uid-1");
  private static final WorkloadRenderer RENDERER = new WorkloadRenderer(YAML);

  private static String file(String name) throws IOException {
    try (var in = WorkloadRendererTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What begins with a brace is taken for JSON otherwise. */
  private static JsonNode yaml(String flow) {
    return YAML.unmarshal("--- " + flow, JsonNode.class);
  }

  private static RevisionTemplate revision(String in) throws IOException {
    JsonNode revision = YAML.unmarshal(file(in), JsonNode.class);
    var regularizers = new ArrayList<JsonNode>();
    revision.path("regularizers").forEach(regularizers::add);
    return new RevisionContent(
            "2.4.0",
            new Server(8080, 9090, false, null),
            regularizers,
            revision.path("pod"),
            revision)
        .template(new ModelKey("vision", "ic"), "ic-7d9f8bxk2c");
  }

  private static void same(Object rendered, String out) throws IOException {
    assertThat(YAML.convertValue(rendered, JsonNode.class).toPrettyString())
        .isEqualTo(YAML.unmarshal(file(out), JsonNode.class).toPrettyString());
  }

  @Test
  void deployment() throws IOException {
    same(
        RENDERER.deployment(revision("in.yaml"), 3, Duration.ofMinutes(10), OWNER),
        "deployment.yaml");
  }

  @Test
  void noPodsIsWrittenOut() throws IOException {
    var none = RENDERER.deployment(revision("in.yaml"), 0, Duration.ofMinutes(10), OWNER);
    assertThat(YAML.asJson(none)).contains("\"replicas\":0");
  }

  @Test
  void service() throws IOException {
    same(RENDERER.service(revision("in.yaml"), OWNER), "service.yaml");
  }

  @Test
  void stableService() throws IOException {
    same(RENDERER.stableService("classifier", 80, revision("in.yaml"), OWNER), "stable.yaml");
  }

  @Test
  void configMap() throws IOException {
    same(RENDERER.configMap(revision("in.yaml"), OWNER), "configmap.yaml");
  }

  @Test
  void whatTheUserSaysAboutScrapesStands() throws IOException {
    var template = revision("in-scrapes.yaml").template();
    assertThat(template.path("metadata").path("annotations").toString())
        .isEqualTo("{\"prometheus.io/scrape\":\"false\"}");
  }

  @Test
  void theUsersTemplateIsNotChanged() throws IOException {
    JsonNode revision = YAML.unmarshal(file("in.yaml"), JsonNode.class);
    var before = revision.toString();
    new PodTemplate(revision.path("pod"))
        .render("ic-x", Labels.ofRevision("ic", "x", "1"), new Server(1, 1, false, null));
    assertThat(revision.toString()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {spec: {containers: [{volumeMounts: [{mountPath: /etc/regularizer}]}]}} | spec.revision.pod.spec.containers[0].volumeMounts: found a mount at "/etc/regularizer"
          {spec: {initContainers: [{volumeMounts: [{mountPath: /etc/regularizer/x}]}]}} | spec.revision.pod.spec.initContainers[0].volumeMounts
          {spec: {containers: [{env: [{name: REGULARIZER_REVISION_FILE}]}]}} | found the variable REGULARIZER_REVISION_FILE
          {spec: {volumes: [{name: regularizer-revision}]}} | found a volume named "regularizer-revision"
          {metadata: {labels: {regularizer.dev/model: x}}} | found the label "regularizer.dev/model"
          {metadata: {labels: {app.kubernetes.io/managed-by: x}}} | found the label "app.kubernetes.io/managed-by"
          {spec: {containers: [text]}} | spec.revision.pod.spec.containers[0]: found something else than a map
          """)
  void whatTheOperatorSetsItselfIsRefused(String pod, String message) {
    assertThat(new PodTemplate(yaml(pod)).problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains(message.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "registry.example.com/ic:2.4.0, 2.4.0",
    "registry.example.com:5000/ic, ''",
    "registry.example.com:5000/ic:1@sha256:abc, 1",
    "ic@sha256:abc, ''"
  })
  void theTagOfTheImage(String image, String tag) {
    var pod = yaml("{spec: {containers: [{image: '" + image + "'}]}}");
    assertThat(new PodTemplate(pod).imageTag()).isEqualTo(tag);
  }

  @Test
  void aVersionThatIsNoLabelValueIsNoLabel() {
    assertThat(Labels.ofRevision("ic", "x", "1 or 2")).doesNotContainKey(Labels.VERSION);
    assertThat(List.copyOf(Labels.ofRevision("ic", "x", "1.0").keySet())).contains(Labels.VERSION);
  }
}
