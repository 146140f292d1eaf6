package dev.regularizer.core.history;

import java.util.OptionalLong;

/**
 * What one SLI has to work with.
 *
 * @param samplesPerSecond requests or labels of stable per second, at all of the traffic
 * @param needed samples a candidate just like stable needs for a Pass; empty if it never passes
 */
public record SliTraffic(double samplesPerSecond, OptionalLong needed) {}
