package dev.regularizer.core.state;

import java.time.Instant;

/**
 * The warm old stable while the new one bakes.
 *
 * @param until when the bake ends if every window is observed
 */
public record PreviousPointer(String revision, Instant until) {}
