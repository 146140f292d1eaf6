package dev.regularizer.core.analysis;

import java.util.List;

/**
 * {@link SliState} as plain fields for a status object; lists are empty where nothing was counted.
 *
 * @param gridVersion of the evidence sums
 * @param candidate surely bad, possibly bad, all events of the candidate
 * @param judged the same, without windows in which stable failed the objective
 * @param trailing per window the three numbers of the candidate and the three of stable
 * @param strata per weight the weight and the same six numbers
 * @param harm sums of the harm test against stable, as hexadecimal floating point
 * @param safe sums of the safe test against stable
 * @param labeled labelled predictions per bin of the candidate
 * @param confidence sums of confidences per bin, as hexadecimal floating point
 * @param correct right predictions per bin
 * @param stableLabeled the same of stable
 * @param stableConfidence the same of stable
 * @param stableCorrect the same of stable
 * @param costCounts windows in which both revisions had a cost, and predictions of the candidate
 * @param costs means of both costs per prediction, sums of squares and of products of their
 *     deviations, as hexadecimal floating point
 * @param queryCounts windows with a number of the expression, those above the maximum, those in a
 *     row up to the last one, and the most in a row
 * @param queryValue the last number, as hexadecimal floating point
 * @param cohorts per cohort labels and evidence, that of pooled cohorts first
 */
public record SliStateText(
    int gridVersion,
    long windows,
    long emptyWindows,
    long invalidWindows,
    boolean awaitingLabels,
    boolean passLatched,
    List<Long> candidate,
    List<Long> judged,
    List<Long> trailing,
    List<Long> strata,
    List<String> harm,
    List<String> safe,
    List<Long> labeled,
    List<String> confidence,
    List<Long> correct,
    List<Long> stableLabeled,
    List<String> stableConfidence,
    List<Long> stableCorrect,
    List<Long> costCounts,
    List<String> costs,
    List<Long> queryCounts,
    List<String> queryValue,
    List<CohortText> cohorts) {

  /** Copies the lists. */
  public SliStateText {
    candidate = List.copyOf(candidate);
    judged = List.copyOf(judged);
    trailing = List.copyOf(trailing);
    strata = List.copyOf(strata);
    harm = List.copyOf(harm);
    safe = List.copyOf(safe);
    labeled = List.copyOf(labeled);
    confidence = List.copyOf(confidence);
    correct = List.copyOf(correct);
    stableLabeled = List.copyOf(stableLabeled);
    stableConfidence = List.copyOf(stableConfidence);
    stableCorrect = List.copyOf(stableCorrect);
    costCounts = List.copyOf(costCounts);
    costs = List.copyOf(costs);
    queryCounts = List.copyOf(queryCounts);
    queryValue = List.copyOf(queryValue);
    cohorts = List.copyOf(cohorts);
  }
}
