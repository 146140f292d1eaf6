package dev.regularizer.controller.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regularizer.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A user's pod template and what the operator adds to it. */
public final class PodTemplate {
  /** Where the ConfigMap of a revision is mounted. */
  public static final String FOLDER = "/etc/regularizer";

  /** File the runtime regularizers are read from. */
  public static final String FILE = "revision.json";

  private static final String VARIABLE = "REGULARIZER_REVISION_FILE";
  private static final String VOLUME = "regularizer-revision";
  private static final List<String> CONTAINERS = List.of("containers", "initContainers");
  private static final List<String> MAPS =
      List.of("", "/metadata", "/metadata/labels", "/metadata/annotations", "/spec");
  private static final List<String> LISTS =
      List.of("/spec/containers", "/spec/initContainers", "/spec/volumes");
  private static final String WHERE = "spec.revision.pod";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode pod;

  /** Wraps `spec.revision.pod` as it was written. */
  public PodTemplate(JsonNode pod) {
    this.pod = pod;
  }

  /** What has another shape than a pod template; else what the operator needs and finds taken. */
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    MAPS.forEach(at -> shape(at, "a map", pod.at(at), JsonNode::isObject, problems));
    LISTS.forEach(at -> shape(at, "a list", pod.at(at), JsonNode::isArray, problems));
    if (!problems.isEmpty()) {
      return problems;
    }
    pod.path("metadata")
        .path("labels")
        .fieldNames()
        .forEachRemaining(key -> reserved(key, problems));
    for (var volume : pod.path("spec").path("volumes")) {
      if (VOLUME.equals(volume.path("name").asText())) {
        problems.add(
            taken(".spec.volumes", "a volume named \"" + VOLUME + "\"", "rename the volume"));
      }
    }
    for (var kind : CONTAINERS) {
      var number = 0;
      for (var container : pod.path("spec").path(kind)) {
        clashes(container, ".spec." + kind + "[" + number++ + "]", problems);
      }
    }
    return problems;
  }

  /** The tag of the first container's image, for people; empty when it has none. */
  public String imageTag() {
    var image = pod.path("spec").path("containers").path(0).path("image").asText();
    var name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    var colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "";
  }

  /** The template with labels, the mounted ConfigMap and scrape hints. */
  public JsonNode render(String name, Map<String, String> labels, Server server) {
    ObjectNode rendered = pod.isObject() ? pod.deepCopy() : JSON.objectNode();
    var metadata = rendered.withObject("/metadata");
    labels.forEach((key, value) -> {
      var there = metadata.withObject("/labels");
      if (!(key.equals(Labels.NAME) || key.equals(Labels.VERSION)) || !there.has(key)) {
        there.put(key, value);
      }
    });
    hintScrapes(metadata, server);
    var spec = rendered.withObject("/spec");
    spec.withArray("/volumes")
        .addObject()
        .put("name", VOLUME)
        .set("configMap", JSON.objectNode().put("name", name));
    for (var kind : CONTAINERS) {
      if (spec.path(kind) instanceof ArrayNode containers) {
        containers.forEach(container -> mount((ObjectNode) container));
      }
    }
    return rendered;
  }

  /** Pods say where they can be scraped, unless the user said something about it. */
  private static void hintScrapes(ObjectNode metadata, Server server) {
    var annotations = metadata.withObject("/annotations");
    var names = Optional.of(annotations).map(JsonNode::fieldNames).orElseThrow();
    while (names.hasNext()) {
      if (names.next().startsWith("prometheus.io/")) {
        return;
      }
    }
    annotations.put("prometheus.io/scrape", "true");
    annotations.put("prometheus.io/port", Integer.toString(server.metricsPort()));
    annotations.put("prometheus.io/path", "/metrics");
  }

  private static void mount(ObjectNode container) {
    container.withArray("/env").addObject().put("name", VARIABLE).put("value", FOLDER + "/" + FILE);
    container
        .withArray("/volumeMounts")
        .addObject()
        .put("name", VOLUME)
        .put("mountPath", FOLDER)
        .put("readOnly", true);
  }

  private static void clashes(JsonNode container, String where, List<Problem> problems) {
    if (!container.isObject()) {
      problems.add(misshapen(where, "a map"));
      return;
    }
    for (var list : List.of("env", "volumeMounts")) {
      shape(where + "/" + list, "a list", container.path(list), JsonNode::isArray, problems);
    }
    for (var mount : container.path("volumeMounts")) {
      var path = mount.path("mountPath").asText();
      if (path.equals(FOLDER) || path.startsWith(FOLDER + "/")) {
        problems.add(
            taken(
                where + ".volumeMounts",
                "a mount at " + Problem.quote(path),
                "mount it somewhere else"));
      }
    }
    if (StreamSupport.stream(container.path("env").spliterator(), false)
        .anyMatch(variable -> VARIABLE.equals(variable.path("name").asText()))) {
      problems.add(taken(where + ".env", "the variable " + VARIABLE, "remove it"));
    }
  }

  /** Rendering such a part would fail; an answer helps its author more. */
  private static void shape(
      String at, String wanted, JsonNode found, Predicate<JsonNode> is, List<Problem> problems) {
    if (!found.isMissingNode() && !found.isNull() && !is.test(found)) {
      problems.add(misshapen(at, wanted));
    }
  }

  private static Problem misshapen(String at, String wanted) {
    return new Problem(
        WHERE + at.replace('/', '.'),
        "something else than " + wanted,
        wanted,
        "write " + wanted + " there");
  }

  private static void reserved(String label, List<Problem> problems) {
    if (label.startsWith("regularizer.dev/") || label.equals(Labels.MANAGED_BY)) {
      problems.add(
          taken(".metadata.labels", "the label " + Problem.quote(label), "remove the label"));
    }
  }

  private static Problem taken(String where, String found, String remedy) {
    return new Problem(
        WHERE + where, found, "what the operator does not set itself on every pod", remedy);
  }
}
