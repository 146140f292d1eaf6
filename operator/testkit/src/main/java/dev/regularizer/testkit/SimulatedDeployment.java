package dev.regularizer.testkit;

import dev.regularizer.core.observe.Pod;
import dev.regularizer.core.observe.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Deployment whose pods become ready, crash and go as its server says. */
final class SimulatedDeployment {
  private final String name;
  private final List<Instant> pods = new ArrayList<>();
  private final List<Boolean> roomless = new ArrayList<>();
  private int created;
  private final List<Integer> ordinals = new ArrayList<>();
  private SimulatedServer server;
  private Instant behavesSince;
  private String unschedulable = "";
  private String denied = "";
  private int wanted;

  SimulatedDeployment(String name, SimulatedServer server, Instant now) {
    this.name = name;
    this.server = server;
    this.behavesSince = now;
  }

  /**
   * Adds or removes pods.
   *
   * @param full why new pods find no room; empty when they do
   */
  void scale(int replicas, String full, Instant now) {
    wanted = replicas;
    while (pods.size() > replicas) {
      pods.removeLast();
      ordinals.removeLast();
      roomless.removeLast();
    }
    unschedulable = full;
    fill(now);
  }

  /** Pods are refused for a reason; with an empty one they are made again. */
  void admit(String reason, Instant now) {
    denied = reason;
    fill(now);
  }

  private void fill(Instant now) {
    while (denied.isEmpty() && pods.size() < wanted) {
      pods.add(now);
      ordinals.add(created++);
      roomless.add(!unschedulable.isEmpty());
    }
  }

  void behave(SimulatedServer next, Instant now) {
    server = next;
    behavesSince = now;
  }

  SimulatedServer server() {
    return server;
  }

  int replicas() {
    return wanted;
  }

  Workload observed(Instant now) {
    var seen = new ArrayList<Pod>();
    for (int i = 0; i < pods.size(); i++) {
      var ready = !roomless.get(i) && ready(pods.get(i), now);
      seen.add(
          new Pod(
              podName(ordinals.get(i)),
              pods.get(i),
              ready,
              restarts(now),
              ready ? null : waiting(i)));
    }
    var count = Math.toIntExact(seen.stream().filter(Pod::ready).count());
    return new Workload(true, wanted, count, seen, pods.size() < wanted ? denied : "");
  }

  private @Nullable String waiting(int index) {
    if (roomless.get(index)) {
      return unschedulable;
    }
    return server.waiting().isEmpty() ? null : server.waiting();
  }

  /** When the next pod changes from not ready to ready; far away when none will. */
  Instant nextChange(Instant now) {
    return pods.stream()
        .map(pod -> pod.plusSeconds(Math.max(0, server.readyAfterSeconds())))
        .filter(at -> server.readyAfterSeconds() >= 0 && at.isAfter(now))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  String podName(int ordinal) {
    return name + "-6d4cf56db6-x" + ordinal;
  }

  List<String> podNames() {
    return ordinals.stream().map(this::podName).toList();
  }

  private boolean ready(Instant born, Instant now) {
    return server.readyAfterSeconds() >= 0
        && !now.isBefore(born.plusSeconds(server.readyAfterSeconds()));
  }

  private int restarts(Instant now) {
    var minutes = Duration.between(behavesSince, now).toSeconds() / 60.0;
    return (int) (server.restartsPerMinute() * minutes);
  }
}
