package dev.regularizer.testkit;

import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.ModelStatus;

/**
 * What kstatus makes of a resource of a kind it does not know: the rules of `kubectl wait`, Flux
 * and Argo CD in their order. Generation, then Reconciling, Stalled, Ready.
 */
enum KStatus {
  IN_PROGRESS("InProgress"),
  FAILED("Failed"),
  CURRENT("Current");

  private final String text;

  KStatus(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /**
   * Computes it.
   *
   * @param generation `metadata.generation` of the resource
   */
  static KStatus of(long generation, ModelStatus status) {
    if (status.observedGeneration() != generation) {
      return IN_PROGRESS;
    }
    if (is(status, Condition.Type.Reconciling)) {
      return IN_PROGRESS;
    }
    if (is(status, Condition.Type.Stalled)) {
      return FAILED;
    }
    return is(status, Condition.Type.Ready) ? CURRENT : IN_PROGRESS;
  }

  private static boolean is(ModelStatus status, Condition.Type type) {
    return status.conditions().stream()
        .anyMatch(one -> one.type() == type && one.status() == Condition.Status.True);
  }
}
