package dev.regularizer.e2e.crash;

import dev.regularizer.e2e.cluster.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operator's process on this machine: found by its container, killed without warning. */
public final class OperatorProcess {
  private final Operator operator;

  public OperatorProcess(Operator operator) {
    this.operator = operator;
  }

  /** SIGKILL to every process of the operator's running containers; how many there were. */
  public int kill() {
    return new PodProcesses(operator.pods()).kill();
  }

  /** Resident memory of the running process. */
  public long residentKilobytes() {
    var status = Path.of("/proc", Long.toString(running().getFirst().pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it and waits for the next one: milliseconds from its start to its first ready answer. */
  public long restart() {
    var old = running().getFirst().pid();
    var address = operator.pods().getFirst().getStatus().getPodIP();
    kill();
    return new Readiness(address).after(() -> startedSince(old));
  }

  private Optional<Instant> startedSince(long old) {
    return running().stream()
        .filter(process -> process.pid() != old)
        .findFirst()
        .flatMap(process -> process.info().startInstant());
  }

  private List<ProcessHandle> running() {
    return new PodProcesses(operator.pods()).running();
  }
}
