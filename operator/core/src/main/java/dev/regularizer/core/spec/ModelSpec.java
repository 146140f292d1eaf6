package dev.regularizer.core.spec;

import dev.regularizer.core.json.Json;
import java.time.Duration;

/**
 * A RegularizedModel's spec, parsed.
 *
 * @param generation generation of the resource this spec was read from
 * @param revision `spec.revision` exactly as the API server stores it: the digest is taken of this
 * @param replicas pods needed for 100 % of the traffic
 * @param serviceName name of the Service that always leads to the stable revision
 */
public record ModelSpec(
    ModelKey key,
    long generation,
    Json revision,
    int replicas,
    Duration progressDeadline,
    int revisionHistoryLimit,
    String serviceName,
    RolloutSpec rollout,
    TrialPolicy policy,
    boolean paused) {}
