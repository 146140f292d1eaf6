package dev.regularizer.core.state;

/**
 * The revision on trial.
 *
 * @param attempt number of the attempt that is meant; it begins on the revision after this pointer
 *     is written
 */
public record CandidatePointer(String revision, int attempt) {}
