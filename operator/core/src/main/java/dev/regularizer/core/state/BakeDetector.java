package dev.regularizer.core.state;

import dev.regularizer.core.statistics.EDetector;

/**
 * State of one SLI's e-detector during a bake.
 *
 * @param sli name of the SLI
 */
public record BakeDetector(String sli, EDetector detector) {}
