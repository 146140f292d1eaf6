package dev.regularizer.testkit.history;

import dev.regularizer.core.json.JsonObject;
import java.time.Instant;

/**
 * One write that an API server committed.
 *
 * @param at when the answer left the server
 * @param user who asked for it
 * @param subresource such as {@code status}; empty for the object itself
 * @param before resource version the request was conditional on; 0 if it was unconditional
 * @param after resource version of the object after the write; 0 for a deletion that was answered
 *     without the object
 * @param request body as sent, options in the case of a deletion; empty if there was none
 * @param stored object as answered; empty if the answer did not hold it
 */
public record CommittedWrite(
    Instant at,
    String user,
    WriteVerb verb,
    ObjectKey object,
    String subresource,
    long before,
    long after,
    JsonObject request,
    JsonObject stored) {

  boolean deletes() {
    return verb == WriteVerb.DELETE;
  }

  boolean status() {
    return subresource.equals("status");
  }

  @Override
  public String toString() {
    return at
        + " "
        + user
        + " "
        + verb
        + " "
        + object
        + (subresource.isEmpty() ? "" : "/" + subresource)
        + " "
        + before
        + "->"
        + after;
  }
}
