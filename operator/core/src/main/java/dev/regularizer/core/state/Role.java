package dev.regularizer.core.state;

/** What a revision is right now; follows the pointers of the model. */
public enum Role {
  CANDIDATE,
  STABLE,
  PREVIOUS,
  RETIRED
}
