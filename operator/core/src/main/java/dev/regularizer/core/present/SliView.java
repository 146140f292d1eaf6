package dev.regularizer.core.present;

import dev.regularizer.core.analysis.SliResult;

/**
 * One SLI, for people.
 *
 * @param message what its figures mean, one sentence
 */
public record SliView(SliResult result, String message) {}
