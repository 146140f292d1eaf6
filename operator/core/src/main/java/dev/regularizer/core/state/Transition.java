package dev.regularizer.core.state;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;

/**
 * One entry of a revision's log of decisions.
 *
 * @param message what was decided and on which inputs, for audits
 */
public record Transition(Instant at, int attempt, int step, Reason reason, String message) {}
