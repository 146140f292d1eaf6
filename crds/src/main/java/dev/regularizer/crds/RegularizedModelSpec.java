package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.crds.revision.RevisionSpec;
import dev.regularizer.crds.rollout.MetricsPlan;
import dev.regularizer.crds.rollout.RolloutPlan;
import dev.regularizer.crds.rollout.ServicePlan;
import dev.regularizer.crds.rollout.TrafficPlan;
import dev.regularizer.crds.schema.LongDuration;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.sli.SliSpec;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users ask for.
 *
 * @param revision exactly as the API server stores it, since its digest identifies the revision;
 *     {@link RevisionSpec} is its typed form
 */
@Wire
@ValidationRule(
    value =
        "self.revisionHistoryLimit < 1 || self.rollout.rollbackWindow <= self.revisionHistoryLimit",
    messageExpression =
        "'found rollout.rollbackWindow ' + "
            + Texts.NUMBERS
            + "[self.rollout.rollbackWindow] + ' with revisionHistoryLimit ' + "
            + Texts.NUMBERS
            + "[self.revisionHistoryLimit] + '; allowed: a window no greater than the history"
            + " kept; lower rollbackWindow or raise revisionHistoryLimit'")
@ValidationRule(
    value =
        "self.slis.all(s, !has(s.holdAbove) || s.holdAbove < 1 || s.holdAbove >="
            + " self.rollout.steps[0].weight)",
    messageExpression =
        "'found holdAbove ' + "
            + Texts.NUMBERS
            + "[self.slis.filter(s, has(s.holdAbove)).map(s, s.holdAbove).min()] + ' below the"
            + " first step of weight ' + "
            + Texts.NUMBERS
            + "[self.rollout.steps[0].weight] + '; allowed: a weight that some step reaches; raise"
            + " holdAbove or begin with a lower weight'")
@ValidationRule(
    value =
        "self.slis.exists(s, !has(s.query)) || (has(self.rollout.approvals) && 'BeforePromotion' in"
            + " self.rollout.approvals)",
    message =
        "found no SLI but queries; allowed: at least one SLI that is counted, for a query promises"
            + " nothing, or the approval of a person; add an SLI such as errorRate or put"
            + " BeforePromotion into rollout.approvals")
public record RegularizedModelSpec(
    @JsonPropertyDescription(
            "The model, its regularizers and its pods. Everything in here makes a new revision when"
                + " it changes; nothing else does.")
        @Required
        @SchemaFrom(type = RevisionSpec.class)
        JsonNode revision,
    @JsonPropertyDescription(
            "Pods needed for all of the traffic, 1 to 10000; leave it out under an autoscaler."
                + " Default 1.")
        @Min(1)
        @Max(10_000)
        @Default("1")
        @SpecReplicas
        @Nullable Integer replicas,
    @JsonPropertyDescription(
            "Time in which the pods of a revision must become ready, a duration from 10s to 720h."
                + " Default 10m.")
        @LongDuration
        @Default("10m")
        @Nullable String progressDeadline,
    @JsonPropertyDescription(
            "Retired revisions that are kept, 1 to 50; older ones are deleted. Default 10.")
        @Min(1)
        @Max(50)
        @Default("10")
        @Nullable Integer revisionHistoryLimit,
    @JsonPropertyDescription(
            "The Service that always leads to the stable revision. Default: the model's name, port"
                + " 80.")
        @Default("{}")
        @Nullable ServicePlan service,
    @JsonPropertyDescription(
            "How traffic is divided between stable and candidate: exactly one member, which cannot"
                + " be changed.")
        @Required
        TrafficPlan traffic,
    @JsonPropertyDescription(
            "How a new revision gets its traffic and how it is judged. Default: three steps in 35"
                + " minutes, then 10 minutes of bake.")
        @Default("{}")
        @Nullable RolloutPlan rollout,
    @JsonPropertyDescription(
            "Nothing starts, rises or is promoted while true; measuring, rollback and repair go on."
                + " Default false.")
        @Default("false")
        @Nullable Boolean paused,
    @JsonPropertyDescription("Where measurements come from. Default: the connection `default`.")
        @Default("{}")
        @Nullable MetricsPlan metrics,
    @JsonPropertyDescription(
            "What must stay true, 1 to 20 service-level indicators with different names. They judge"
                + " every new revision.")
        @Required
        @Size(min = 1, max = 20)
        List<SliSpec> slis) {}
