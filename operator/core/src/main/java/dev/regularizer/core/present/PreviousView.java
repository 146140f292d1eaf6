package dev.regularizer.core.present;

import java.time.Instant;

/** The warm old stable while the new one bakes, for people. */
public record PreviousView(String revision, int readyReplicas, Instant until) {

  /** Without the count that changes while pods come and go. */
  PreviousView settled() {
    return new PreviousView(revision, 0, until);
  }
}
