package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a new revision when it changes. It has no defaults in the schema: a new
 * default must never change a digest.
 *
 * @param pod ordinary pod template, kept exactly as it was written
 */
@Wire
public record RevisionSpec(
    @JsonPropertyDescription(
            "The model that is served. For people and image updaters; optional, without it the"
                + " image tag is shown as version.")
        @Nullable ModelSource model,
    @JsonPropertyDescription(
            "What constrains the model, in training, after it and at run time. At most 32; each has"
                + " a name of its own, which is `name`, or `type` where there is none.")
        @Size(max = 32)
        @ValidationRule(
            value =
                "self.all(r, self.exists_one(o, (has(o.name) ? o.name : o.type) =="
                    + " (has(r.name) ? r.name : r.type)))",
            messageExpression =
                "'found two regularizers called \"' + (has(self["
                    + REPEATED
                    + "].name) ? self["
                    + REPEATED
                    + "].name : self["
                    + REPEATED
                    + "].type) + '\"; allowed: every name once (a name is `name`, or `type` where"
                    + " there is none); give each a name of its own'")
        @Nullable List<RegularizerSpec> regularizers,
    @JsonPropertyDescription(
            "Figures of the training, declared by the trainer. Kept on the revision for people and"
                + " audits; optional.")
        @Nullable TrainingFigures training,
    @JsonPropertyDescription(
            "How the pods are talked to. Optional; without it port 8080 over HTTP.")
        @Nullable ServerSpec server,
    @JsonPropertyDescription(
            "Pod template, as in a Deployment's spec.template. It is checked by a server-side dry"
                + " run before the revision is accepted.")
        @Required
        @PreserveUnknownFields
        @SchemaFrom(type = Object.class)
        JsonNode pod) {
  /** Index of the first regularizer whose effective name appears again. */
  private static final String REPEATED =
      "self.map(r, self.filter(o, (has(o.name) ? o.name : o.type) == (has(r.name) ? r.name :"
          + " r.type)).size() > 1).indexOf(true)";
}
