package dev.regularizer.testkit.verdict;

/**
 * How one simulated rollout ended.
 *
 * @param decision never CONTINUE
 * @param windows looks until then
 * @param requests of the candidate until then
 * @param samples of the candidate until then, of the first SLI: requests or labels
 */
public record Run(Decision decision, long windows, long requests, long samples) {}
