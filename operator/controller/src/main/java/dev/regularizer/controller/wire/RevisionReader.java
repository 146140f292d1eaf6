package dev.regularizer.controller.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.regularizer.RegularizerParser;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.revision.ServerSpec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ModelRevision to the domain. */
public final class RevisionReader {
  private static final int PORT = 8080;

  private final ObjectMapper json = new ObjectMapper();

  /** What decisions need of it. */
  public RevisionRecord record(ModelRevision revision) {
    var metadata = revision.getMetadata();
    var spec = revision.getSpec();
    return new RevisionRecord(
        metadata.getName(),
        spec.hashVersion(),
        spec.collision(),
        spec.digest(),
        Instant.parse(metadata.getCreationTimestamp()),
        Objects.requireNonNullElse(spec.version(), ""),
        RegularizerParser.parse(
                new JsonArray(regularizers(revision).stream().map(StoredJson::of).toList()))
            .regularizers(),
        revision.getStatus() == null
            ? RevisionState.fresh()
            : RevisionStatusReader.read(revision.getStatus()),
        annotated(revision));
  }

  /** What its objects are rendered from. */
  public RevisionTemplate template(ModelRevision revision) {
    var spec = revision.getSpec();
    return new RevisionTemplate(
        revision.getMetadata().getNamespace(),
        spec.modelName(),
        revision.getMetadata().getName(),
        Objects.requireNonNullElse(spec.version(), ""),
        server(spec.server()),
        regularizers(revision),
        spec.podTemplate());
  }

  static Server server(@Nullable ServerSpec server) {
    if (server == null) {
      return new Server(PORT, PORT, false, null);
    }
    var port = Objects.requireNonNullElse(server.port(), PORT);
    return new Server(
        port,
        Objects.requireNonNullElse(server.metricsPort(), port),
        "H2C".equals(server.protocol()),
        server.feedbackPath());
  }

  private List<JsonNode> regularizers(ModelRevision revision) {
    return revision.getSpec().regularizers().stream().<JsonNode>map(json::valueToTree).toList();
  }

  private static @Nullable Outcome annotated(ModelRevision revision) {
    var annotations = revision.getMetadata().getAnnotations();
    var outcome = annotations == null ? null : annotations.get(Labels.OUTCOME);
    return outcome == null ? null : Words.parse(outcome, Outcome.class);
  }
}
