package dev.regularizer.controller.workload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the objects of one revision are rendered from; kept in the ModelRevision, so that a new
 * version of the operator renders new revisions, never running ones.
 *
 * @param name `<model>-<suffix>`, the name of all its objects
 * @param regularizers as the user wrote them
 * @param template the rendered pod template
 */
public record RevisionTemplate(
    String namespace,
    String model,
    String name,
    String version,
    Server server,
    List<JsonNode> regularizers,
    JsonNode template) {
  public RevisionTemplate {
    regularizers = List.copyOf(regularizers);
  }

  /**
   * Labels of all objects of the revision: those of its pods that are the operator's, as they were
   * when the revision was rendered.
   */
  public Map<String, String> labels() {
    var labels = new TreeMap<String, String>();
    for (var label : template.path("metadata").path("labels").properties()) {
      if (Labels.isOurs(label.getKey())) {
        labels.put(label.getKey(), label.getValue().asText());
      }
    }
    return labels;
  }

  /** The hash part of the name. */
  public String suffix() {
    return name.substring(name.lastIndexOf('-') + 1);
  }
}
