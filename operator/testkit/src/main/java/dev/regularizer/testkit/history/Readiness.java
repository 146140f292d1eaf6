package dev.regularizer.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ready pods per revision over time, from pods where the history holds them, else from the status
 * of Deployments.
 */
final class Readiness {
  private static final String PODS = "pods";

  private final Map<ObjectKey, List<Count>> counts = new HashMap<>();
  private final Duration tolerance;

  private record Count(Instant at, long ready) {}

  private Readiness(Duration tolerance) {
    this.tolerance = tolerance;
  }

  /** Reads a history in the order of its commits. */
  static Readiness of(List<CommittedWrite> history, Duration tolerance) {
    var readiness = new Readiness(tolerance);
    if (history.stream().anyMatch(write -> write.object().resource().equals(PODS))) {
      readiness.readPods(history);
    } else {
      history.stream()
          .filter(write -> write.object().resource().equals(World.DEPLOYMENTS))
          .filter(write -> write.deletes() || !write.stored().isEmpty())
          .filter(write -> write.deletes() || write.status())
          .filter(write -> !write.deletes() || readiness.counts.containsKey(write.object()))
          .forEach(write ->
              readiness.note(
                  write.object(),
                  write.at(),
                  write.deletes()
                      ? 0
                      : new Tree(write.stored()).number("status", "readyReplicas")));
    }
    return readiness;
  }

  private void readPods(List<CommittedWrite> history) {
    var ready = new HashMap<ObjectKey, Set<String>>();
    var owners = new HashMap<ObjectKey, ObjectKey>();
    for (var write : history) {
      if (!write.object().resource().equals(PODS)) {
        continue;
      }
      var pod = new Tree(write.stored());
      var labels = pod.at("metadata", "labels");
      if (labels.has(World.REVISION_LABEL)) {
        owners.put(
            write.object(),
            write
                .object()
                .sibling(
                    World.DEPLOYMENTS,
                    labels.text(World.MODEL_LABEL) + "-" + labels.text(World.REVISION_LABEL)));
      }
      var owner = owners.get(write.object());
      if (owner == null) {
        continue;
      }
      var names = ready.computeIfAbsent(owner, key -> new HashSet<>());
      if (!write.deletes() && serves(pod)) {
        names.add(write.object().name());
      } else {
        names.remove(write.object().name());
      }
      note(owner, write.at(), names.size());
    }
  }

  private static boolean serves(Tree pod) {
    return !pod.has("metadata", "deletionTimestamp")
        && pod.list("status", "conditions").stream()
            .anyMatch(one -> one.text("type").equals("Ready") && one.text("status").equals("True"));
  }

  private void note(ObjectKey deployment, Instant at, long ready) {
    counts.computeIfAbsent(deployment, key -> new ArrayList<>()).add(new Count(at, ready));
  }

  /** Whether the history says anything about the readiness of a revision. */
  boolean knows(ObjectKey any, String revision) {
    return counts.containsKey(any.sibling(World.DEPLOYMENTS, revision));
  }

  /** The most ready pods that a revision had about that time. */
  long most(ObjectKey any, String revision, Instant at) {
    long before = 0;
    long best = 0;
    for (var count : counts.getOrDefault(any.sibling(World.DEPLOYMENTS, revision), List.of())) {
      if (count.at.isBefore(at.minus(tolerance))) {
        before = count.ready;
      } else if (!count.at.isAfter(at.plus(tolerance))) {
        best = Math.max(best, count.ready);
      }
    }
    return Math.max(before, best);
  }

  /** The fewest ready pods that a revision had about that time. */
  long fewest(ObjectKey any, String revision, Instant at) {
    long before = 0;
    long least = Long.MAX_VALUE;
    for (var count : counts.getOrDefault(any.sibling(World.DEPLOYMENTS, revision), List.of())) {
      if (count.at.isBefore(at.minus(tolerance))) {
        before = count.ready;
      } else if (!count.at.isAfter(at.plus(tolerance))) {
        least = Math.min(least, count.ready);
      }
    }
    return Math.min(before, least);
  }
}
