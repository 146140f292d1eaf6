package dev.regularizer.core.present;

import java.time.Instant;

/** The warm old stable while the new one bakes, for people. */
public record PreviousView(String revision, int readyReplicas, Instant until) {}
