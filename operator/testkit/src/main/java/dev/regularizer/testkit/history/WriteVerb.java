package dev.regularizer.testkit.history;

/** What a write did to an object. */
public enum WriteVerb {
  CREATE,
  UPDATE,
  PATCH,
  DELETE
}
