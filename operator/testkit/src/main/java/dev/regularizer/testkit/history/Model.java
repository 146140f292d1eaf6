package dev.regularizer.testkit.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A RegularizedModel as stored. */
record Model(ObjectKey key, Tree tree) {
  static final String RESOURCE = "regularizedmodels";
  static final String COMMAND = "regularizer.dev/command";
  private static final Set<String> SETTLED = Set.of("UpToDate", "RolledBack", "Refused");

  Tree spec() {
    return tree.at("spec");
  }

  Tree status() {
    return tree.at("status");
  }

  String uid() {
    return tree.text("metadata", "uid");
  }

  boolean deleting() {
    return tree.has("metadata", "deletionTimestamp");
  }

  long generation() {
    return tree.number("metadata", "generation");
  }

  long observedGeneration() {
    return status().number("observedGeneration");
  }

  String stable() {
    return status().text("stable", "revision");
  }

  String candidate() {
    return status().text("candidate", "revision");
  }

  String previous() {
    return status().text("previous", "revision");
  }

  /** Names of the revisions that are pointed at. */
  Set<String> live() {
    return Stream.of(stable(), candidate(), previous())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  long replicas() {
    return spec().has("replicas") ? spec().number("replicas") : 1;
  }

  Duration drain() {
    return spec().duration("rollout", "drain");
  }

  List<Tree> steps() {
    return spec().list("rollout", "steps");
  }

  /** The first planned weight above another one. */
  Optional<Long> weightAfter(long weight) {
    return steps().stream().map(step -> step.number("weight")).filter(w -> w > weight).findFirst();
  }

  /** Whether it says that there is nothing to do. */
  boolean settled() {
    return observedGeneration() == generation() && SETTLED.contains(status().text("phase"));
  }

  /** Whether a command of this verb for this revision stands in the annotation or in the status. */
  boolean commanded(String verb, Revision revision) {
    var wanted = verb + " " + revision.suffix() + ".";
    return tree.text("metadata", "annotations", COMMAND).startsWith(wanted)
        || status().text("command", "value").startsWith(wanted);
  }
}
