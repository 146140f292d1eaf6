package dev.regularizer.core.state;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;

/** One ended attempt, for people. */
public record HistoryEntry(
    String revision, int attempt, Outcome outcome, Reason reason, Instant started, Instant ended) {}
