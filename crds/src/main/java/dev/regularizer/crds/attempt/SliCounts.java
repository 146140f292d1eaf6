package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Sparse;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts and evidence of one SLI; lists are empty where nothing was counted. What only programs
 * read is packed; the lists of its parts are those of earlier versions.
 */
@Sparse
public record SliCounts(
    @JsonPropertyDescription("Version of the grid the evidence sums belong to.")
        @Required
        @Min(0)
        @Max(1000)
        int gridVersion,
    @JsonPropertyDescription("Counted windows with samples of the candidate.") @Count long windows,
    @JsonPropertyDescription(
            "Windows in a row without samples of the candidate, once labels are due.")
        @Count
        long emptyWindows,
    @JsonPropertyDescription("Windows in a row that could not be counted.") @Count
        long invalidWindows,
    @JsonPropertyDescription("Whether labels were not due yet at the last window.")
        boolean awaitingLabels,
    @JsonPropertyDescription("Whether the candidate was proven harmless at some look.")
        boolean passLatched,
    @JsonPropertyDescription("Surely bad, possibly bad and all events of the candidate.")
        @Size(max = 3)
        List<Long> candidate,
    @JsonPropertyDescription(
            "The same, without windows in which stable failed the objective; absent when there are"
                + " none.")
        @Size(max = 3)
        List<Long> judged,
    @JsonPropertyDescription(
            "Per window of the last 10 the three numbers of the candidate and the three of stable;"
                + " now packed.")
        @Size(max = 60)
        List<Long> trailing,
    @JsonPropertyDescription("Per weight the weight and the same six numbers; now packed.")
        @Size(max = 700)
        List<Long> strata,
    @JsonPropertyDescription(
            "Sums of the test for harm against stable, hexadecimal floating point; now packed.")
        @Size(max = 64)
        List<String> harm,
    @JsonPropertyDescription(
            "Sums of the test for harmlessness against stable, hexadecimal floating point; now"
                + " packed.")
        @Size(max = 64)
        List<String> safe,
    @JsonPropertyDescription("Labelled predictions of the candidate per confidence bin.")
        @Size(max = 20)
        List<Long> labeled,
    @JsonPropertyDescription(
            "Sums of their confidences per bin, hexadecimal floating point; now packed.")
        @Size(max = 20)
        List<String> confidence,
    @JsonPropertyDescription("Right ones among them per bin.") @Size(max = 20) List<Long> correct,
    @JsonPropertyDescription("Labelled predictions of stable per confidence bin.") @Size(max = 20)
        List<Long> stableLabeled,
    @JsonPropertyDescription(
            "Sums of their confidences per bin, hexadecimal floating point; now packed.")
        @Size(max = 20)
        List<String> stableConfidence,
    @JsonPropertyDescription("Right ones among them per bin.") @Size(max = 20)
        List<Long> stableCorrect,
    @JsonPropertyDescription(
            "Windows in which both revisions had a cost, and predictions of the candidate.")
        @Size(max = 2)
        List<Long> costCounts,
    @JsonPropertyDescription(
            "Means of the cost per prediction of the candidate and of stable, sums of squares of"
                + " their deviations and of the products of both, hexadecimal floating point; now"
                + " packed.")
        @Size(max = 5)
        List<String> costs,
    @JsonPropertyDescription(
            "Windows in which an expression gave a number, those above its maximum, those above it"
                + " in a row up to the last one, and the most in a row.")
        @Size(max = 4)
        List<Long> queryCounts,
    @JsonPropertyDescription("The last number of an expression, hexadecimal floating point.")
        @Size(max = 1)
        List<String> queryValue,
    @JsonPropertyDescription(
            "Trailing windows, totals per weight, sums of tests, of confidences, of costs and of"
                + " the tests of all cohorts in their order, without losing a bit: Base64 of a"
                + " version and lists; absent when all are empty.")
        @Size(min = 1, max = 16_384)
        @Nullable String packed,
    @JsonPropertyDescription(
            "Cohorts of the candidate: labelled predictions, wrong ones among them, and the name;"
                + " without a name those that have no place of their own. Absent for other SLIs.")
        @Size(max = 20)
        @Nullable List<String> cohorts) {
  /** Absent lists are empty. */
  public SliCounts {
    candidate = Lists.orEmpty(candidate);
    judged = Lists.orEmpty(judged);
    trailing = Lists.orEmpty(trailing);
    strata = Lists.orEmpty(strata);
    harm = Lists.orEmpty(harm);
    safe = Lists.orEmpty(safe);
    labeled = Lists.orEmpty(labeled);
    confidence = Lists.orEmpty(confidence);
    correct = Lists.orEmpty(correct);
    stableLabeled = Lists.orEmpty(stableLabeled);
    stableConfidence = Lists.orEmpty(stableConfidence);
    stableCorrect = Lists.orEmpty(stableCorrect);
    costCounts = Lists.orEmpty(costCounts);
    costs = Lists.orEmpty(costs);
    queryCounts = Lists.orEmpty(queryCounts);
    queryValue = Lists.orEmpty(queryValue);
  }
}
