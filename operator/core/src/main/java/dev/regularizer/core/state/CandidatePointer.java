package dev.regularizer.core.state;

/** The revision on trial; its attempt lies on the revision. */
public record CandidatePointer(String revision) {}
