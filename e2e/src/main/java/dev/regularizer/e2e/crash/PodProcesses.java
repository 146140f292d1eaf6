package dev.regularizer.e2e.crash;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of pods on this machine, found by their containers. */
public record PodProcesses(List<Pod> pods) {
  private static final String SCHEME = "containerd://";

  public PodProcesses {
    pods = List.copyOf(pods);
  }

  /** SIGKILL to every process of the running containers; how many there were. */
  public int kill() {
    var victims = running();
    victims.forEach(ProcessHandle::destroyForcibly);
    return victims.size();
  }

  /** Every process of the running containers. */
  public List<ProcessHandle> running() {
    var containers =
        pods.stream()
            .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
            .filter(status -> status.getState().getRunning() != null)
            .map(status -> status.getContainerID().substring(SCHEME.length()))
            .toList();
    return ProcessHandle.allProcesses().filter(process -> isIn(process, containers)).toList();
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
