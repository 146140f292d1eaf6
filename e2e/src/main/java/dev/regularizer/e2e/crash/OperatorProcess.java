package dev.regularizer.e2e.crash;

import dev.regularizer.e2e.cluster.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The operator's process on this machine: found by its container, killed without warning. */
final class OperatorProcess {
  private static final String SCHEME = "containerd://";

  private final Operator operator;

  OperatorProcess(Operator operator) {
    this.operator = operator;
  }

  /** SIGKILL to every process of the operator's running containers; how many there were. */
  int kill() {
    var containers =
        operator.pods().stream()
            .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
            .filter(status -> status.getState().getRunning() != null)
            .map(status -> status.getContainerID().substring(SCHEME.length()))
            .toList();
    var victims =
        ProcessHandle.allProcesses().filter(process -> isIn(process, containers)).toList();
    victims.forEach(ProcessHandle::destroyForcibly);
    return victims.size();
  }

  private static boolean isIn(ProcessHandle process, List<String> containers) {
    var groups = Path.of("/proc", Long.toString(process.pid()), "cgroup");
    try {
      var text = Files.readString(groups);
      return containers.stream().anyMatch(text::contains);
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
      return false;
    }
  }
}
