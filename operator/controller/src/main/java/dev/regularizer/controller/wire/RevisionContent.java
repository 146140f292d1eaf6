package dev.regularizer.controller.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.PodTemplate;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.core.spec.ModelKey;
import java.util.List;

/**
 * `spec.revision` taken apart, for a ModelRevision to be made of.
 *
 * @param version of the model, else the image tag, else empty
 * @param regularizers as the user wrote them
 * @param raw the whole as stored
 */
public record RevisionContent(
    String version, Server server, List<JsonNode> regularizers, JsonNode pod, JsonNode raw) {
  public RevisionContent {
    regularizers = List.copyOf(regularizers);
  }

  /** What the objects of a revision of this content are rendered from. */
  public RevisionTemplate template(ModelKey model, String name) {
    var suffix = name.substring(name.lastIndexOf('-') + 1);
    return new RevisionTemplate(
        model.namespace(),
        model.name(),
        name,
        version,
        server,
        regularizers,
        new PodTemplate(pod)
            .render(name, Labels.ofRevision(model.name(), suffix, version), server));
  }
}
