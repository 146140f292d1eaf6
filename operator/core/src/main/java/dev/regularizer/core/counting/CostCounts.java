package dev.regularizer.core.counting;

/**
 * Cost in a window.
 *
 * @param cost sum of the costs, at least 0
 * @param unit what it is counted in; empty when the counter does not say
 * @param predictions first attempts of every outcome
 */
public record CostCounts(double cost, String unit, long predictions) {}
