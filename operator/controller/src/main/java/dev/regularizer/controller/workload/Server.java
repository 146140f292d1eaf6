package dev.regularizer.controller.workload;

import org.jspecify.annotations.Nullable;

/**
 * How the pods of a revision are talked to.
 *
 * @param h2c HTTP/2 without TLS instead of HTTP/1.1
 * @param feedbackPath where true labels come back; null when feedback is not routed
 */
public record Server(int port, int metricsPort, boolean h2c, @Nullable String feedbackPath) {}
