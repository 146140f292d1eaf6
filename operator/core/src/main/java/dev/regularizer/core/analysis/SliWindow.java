package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.Reading;
import java.time.Duration;

/**
 * One closed window of one SLI.
 *
 * @param weight percent of traffic the candidate had; windows of equal weight form a stratum
 * @param sinceFirstWeight from the attempt's first effective weight to the end of the window
 * @param observed whether Prometheus stored anything of either revision; if not, the window is
 *     empty
 * @param candidate what the candidate counted
 * @param stable what stable counted
 */
public record SliWindow(
    int weight,
    Duration sinceFirstWeight,
    boolean observed,
    Reading<WindowCounts> candidate,
    Reading<WindowCounts> stable) {}
