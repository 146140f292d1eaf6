package dev.regularizer.core.observe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pod of a revision.
 *
 * @param startedAt instant before which the pod's current process cannot have counted anything
 * @param restarts of all its containers
 * @param waiting reason of a container that does not run, or why it is not scheduled, with its
 *     message; null when it runs
 */
public record Pod(
    String name, Instant startedAt, boolean ready, int restarts, @Nullable String waiting) {}
