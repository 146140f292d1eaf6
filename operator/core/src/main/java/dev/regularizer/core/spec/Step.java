package dev.regularizer.core.spec;

import java.time.Duration;

/**
 * One planned step of a trial.
 *
 * @param weight percent of traffic the candidate gets, 1 to 99
 * @param duration observed time to spend at this weight
 */
public record Step(int weight, Duration duration) {}
