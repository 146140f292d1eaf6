package dev.regularizer.controller.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the configuration file says.
 *
 * @param watchNamespaces namespaces whose models are served; empty means all
 * @param concurrency models worked on at once
 * @param managementPort port of probes and metrics
 */
public record OperatorConfig(
    List<Connection> connections,
    Set<String> watchNamespaces,
    int concurrency,
    int managementPort,
    LeaderElection leaderElection,
    LogLevel logLevel) {
  public OperatorConfig {
    connections = List.copyOf(connections);
    watchNamespaces = Set.copyOf(watchNamespaces);
  }

  /** The connection of that name, if models of the namespace may use it. */
  public Optional<Connection> connection(String name, String namespace) {
    return connections.stream()
        .filter(connection -> connection.name().equals(name) && connection.allows(namespace))
        .findFirst();
  }
}
