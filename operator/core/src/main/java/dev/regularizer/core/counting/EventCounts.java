package dev.regularizer.core.counting;

/**
 * Events in a window.
 *
 * @param bad bad ones
 * @param total all of them, at least as many
 */
public record EventCounts(long bad, long total) {}
