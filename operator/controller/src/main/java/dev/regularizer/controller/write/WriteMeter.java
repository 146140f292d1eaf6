package dev.regularizer.controller.write;

/** Counts requests that change the cluster. */
public interface WriteMeter {
  /**
   * One request was answered.
   *
   * @param kind of the object
   * @param verb create, apply, update, patch or delete
   * @param result `changed`, or the status code of a refusal
   */
  void wrote(String kind, String verb, String result);
}
