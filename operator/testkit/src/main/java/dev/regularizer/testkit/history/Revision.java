package dev.regularizer.testkit.history;

import java.util.Optional;
import java.util.Set;

/** A ModelRevision as stored. */
record Revision(ObjectKey key, Tree tree) {
  static final String RESOURCE = "modelrevisions";
  private static final String OUTCOME = "regularizer.dev/outcome";
  private static final Set<String> STICKING = Set.of("RolledBack", "Aborted", "NotReady");

  String name() {
    return key.name();
  }

  String suffix() {
    return name().substring(name().lastIndexOf('-') + 1);
  }

  /** Name of the model it belongs to. */
  String model() {
    return tree.text("metadata", "labels", World.MODEL_LABEL);
  }

  Tree status() {
    return tree.at("status");
  }

  Optional<Attempt> attempt() {
    return status().last("attempts").map(Attempt::new);
  }

  /** How the last attempt ended, also where only the annotation knows; empty while it runs. */
  String outcome() {
    return attempt().map(Attempt::outcome).orElse(tree.text("metadata", "annotations", OUTCOME));
  }

  /** Whether it is not tried again until somebody asks for that. */
  boolean sticks() {
    return STICKING.contains(outcome());
  }

  long attemptNumber() {
    return attempt().map(Attempt::number).orElse(0L);
  }
}
