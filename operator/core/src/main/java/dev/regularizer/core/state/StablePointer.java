package dev.regularizer.core.state;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;

/**
 * The revision users are served by.
 *
 * @param reason one of the reasons the pointer may move for
 */
public record StablePointer(String revision, Instant since, Reason reason) {}
