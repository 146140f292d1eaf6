package dev.regularizer.testkit.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One trial of a revision as stored. */
record Attempt(Tree tree) {
  private static final Set<String> MADE_STABLE = Set.of("Installed", "Promoted");

  long number() {
    return tree.number("number");
  }

  String kind() {
    return tree.text("kind");
  }

  String outcome() {
    return tree.text("ending", "outcome");
  }

  String reason() {
    return tree.text("ending", "reason");
  }

  boolean ended() {
    return tree.has("ending");
  }

  /** Whether it ended so that its revision is to serve. */
  boolean madeStable() {
    return MADE_STABLE.contains(outcome())
        || (outcome().equals("Reverted") && kind().equals("Revert"));
  }

  List<Tree> steps() {
    return tree.list("steps");
  }

  Optional<Tree> step() {
    return tree.last("steps");
  }

  Duration window() {
    return tree.duration("policy", "window");
  }

  /** Observed time in a step. */
  Duration spent(Tree step) {
    return window().multipliedBy(step.number("countedWindows"));
  }

  Tree measurements() {
    return tree.at("measurements");
  }

  List<Tree> counts() {
    return tree.list("measurements", "slis");
  }

  List<Tree> policies() {
    return tree.list("policy", "slis");
  }

  List<Tree> verdicts() {
    return tree.list("slis");
  }

  long stableReplicas() {
    return tree.number("stableReplicas");
  }
}
