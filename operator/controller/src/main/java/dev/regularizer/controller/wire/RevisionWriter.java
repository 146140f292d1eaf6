package dev.regularizer.controller.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.regularizer.RegularizerParser;
import dev.regularizer.core.regularizer.RegularizerSummary;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.ModelRevisionSpec;
import dev.regularizer.crds.revision.RevisionSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Objects;

/** Makes the ModelRevision of a spec; its template is rendered here and never again. */
public final class RevisionWriter {
  private final ObjectMapper json =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public ModelRevision create(Effect.CreateRevision effect, ParsedModel model, Owner owner) {
    var key = model.spec().key();
    var content = model.revision();
    var template = content.template(key, effect.name());
    var declared = declared(content);
    var revision = new ModelRevision();
    revision.setMetadata(
        new ObjectMetaBuilder()
            .withName(effect.name())
            .withNamespace(key.namespace())
            .withLabels(Labels.ofRevision(key.name(), template.suffix(), content.version()))
            .withOwnerReferences(owner.reference())
            .build());
    var regularizers =
        RegularizerParser.parse(
                new JsonArray(content.regularizers().stream().map(StoredJson::of).toList()))
            .regularizers();
    revision.setSpec(
        new ModelRevisionSpec(
            key.name(),
            content.version().isEmpty() ? null : content.version(),
            RegularizerSummary.of(regularizers),
            effect.hashVersion(),
            effect.sha256(),
            effect.collision(),
            declared.model(),
            Objects.requireNonNullElse(declared.regularizers(), List.of()),
            declared.training(),
            declared.server(),
            template.template()));
    return revision;
  }

  private RevisionSpec declared(RevisionContent content) {
    try {
      return json.treeToValue(content.raw(), RevisionSpec.class);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException(
          "spec.revision has a form this version does not know", foreign);
    }
  }
}
