package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.BakeDuration;
import dev.regularizer.crds.schema.LongDuration;
import dev.regularizer.crds.schema.PauseDuration;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.WindowDuration;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a new revision gets its traffic and how it is judged. */
@Wire
@ValidationRule(
    value =
        "!has(self.deadline) || !has(self.steps) || !self.deadline.matches('"
            + Texts.DURATION_FORM
            + "') || self.steps.exists(s, !s.duration.matches('"
            + Texts.DURATION_FORM
            + "')) || self.steps.map(s, duration(s.duration)).sum() <= duration(self.deadline)",
    messageExpression =
        "'found deadline ' + self.deadline + ', which is shorter than all steps together; allowed:"
            + " a deadline of at least the sum of their durations; raise deadline or shorten the"
            + " steps'")
public record RolloutPlan(
    @JsonPropertyDescription(
            "The weights a candidate gets one after the other, 1 to 10 steps with strictly rising"
                + " weights. Default: 5 % for 5m, 25 % for 10m, 50 % for 20m.")
        @Size(min = 1, max = 10)
        @Default(
            "[{\"weight\": 5, \"duration\": \"5m\"}, {\"weight\": 25, \"duration\": \"10m\"},"
                + " {\"weight\": 50, \"duration\": \"20m\"}]")
        @ValidationRule(
            value =
                "self.map(s, s.weight).isSorted() && self.all(s, self.exists_one(o, o.weight =="
                    + " s.weight))",
            messageExpression =
                "'found weight ' + "
                    + Texts.NUMBERS
                    + "[self["
                    + OUT_OF_ORDER
                    + "].weight] + ' in step ' + "
                    + Texts.NUMBERS
                    + "["
                    + OUT_OF_ORDER
                    + " + 1] + ' out of order; allowed: each weight above the one before; sort the"
                    + " steps and remove repeated weights'")
        @Nullable List<StepPlan> steps,
    @JsonPropertyDescription(
            "Time span one look adds, a duration from 4s to 1h. Default: twice the scrape interval"
                + " of the Prometheus connection, at least 4s.")
        @WindowDuration
        @Nullable String window,
    @JsonPropertyDescription(
            "Time after a weight took effect in which nothing is counted, a duration from 0s to 1h."
                + " Default 60s.")
        @PauseDuration
        @Default("60s")
        @Nullable String warmUp,
    @JsonPropertyDescription(
            "Observed time after which a trial without verdict is inconclusive, a duration from 10s"
                + " to 720h and no shorter than all steps together. Default 2h.")
        @LongDuration
        @Default("2h")
        @Nullable String deadline,
    @JsonPropertyDescription(
            "Observed time after a promotion in which the old stable stays warm and a bad verdict"
                + " returns to it, a duration from 0s to 720h. Default 10m.")
        @BakeDuration
        @Default("10m")
        @Nullable String bake,
    @JsonPropertyDescription(
            "Time between weight 0 and taking pods away, a duration from 0s to 1h. Default 30s.")
        @PauseDuration
        @Default("30s")
        @Nullable String drain,
    @JsonPropertyDescription(
            "What waits for the command `approve`: BeforeStart (the first pod of a revision),"
                + " BeforePromotion (the stable pointer). Default: nothing.")
        @Size(max = 2)
        @ValidationRule(
            value = "self.all(a, a in ['BeforeStart', 'BeforePromotion'])",
            messageExpression =
                "'found ' + strings.quote(self.join(', ')) + '; allowed: BeforeStart and"
                    + " BeforePromotion, each at most once; correct them'")
        @Nullable List<String> approvals,
    @JsonPropertyDescription(
            "What happens at the deadline without a verdict: Hold, Promote (only when every SLI has"
                + " its minimum and none is NoData, Invalid or Fail) or Rollback. Default Hold.")
        @SchemaFrom(type = OnInconclusive.class)
        @Default("Hold")
        @Nullable String onInconclusive,
    @JsonPropertyDescription("How often a rollout may err. Default: 5 % each way.") @Default("{}")
        @Nullable RiskLevels risk,
    @JsonPropertyDescription("Hard limits that need no statistics. Default: 3 restarts.")
        @Default("{}")
        @Nullable TrialLimits limits,
    @JsonPropertyDescription(
            "Going back to one of this many last stable revisions needs no new trial, 0 to 50 and"
                + " at most revisionHistoryLimit. Default 3.")
        @Min(0)
        @Max(50)
        @Default("3")
        @Nullable Integer rollbackWindow) {
  /** Index of the first step whose place is not the number of smaller weights. */
  private static final String OUT_OF_ORDER =
      "self.map(s, self.filter(o, o.weight < s.weight).size() != self.map(o,"
          + " o.weight).indexOf(s.weight) || !self.exists_one(o, o.weight =="
          + " s.weight)).indexOf(true)";
}
