package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param group the group it is counted in
 * @param name what is wrong, unique in its group
 * @param at where {@code value} is put into a good model
 * @param value what is put there; empty where only something is taken away
 * @param with what else is put there, by path
 * @param without what is taken away, by path
 * @param from what a stored model has at {@code at} before it is edited; empty for a new model
 * @param raw the request's body, instead of a model; empty where it is made from the rest
 * @param expected what has to become of it
 */
public record BadCase(
    String group,
    String name,
    String at,
    Optional<JsonNode> value,
    Map<String, JsonNode> with,
    List<String> without,
    Optional<JsonNode> from,
    Optional<String> raw,
    Expected expected) {

  /** What has to become of a malformed request. */
  public sealed interface Expected {}

  /**
   * The API server refuses it.
   *
   * @param field where it says that the mistake is
   * @param says what its message contains
   */
  public record Refused(String field, String says) implements Expected {}

  /**
   * The operator says in a condition that it is not accepted, and makes nothing.
   *
   * @param says what its message contains
   */
  public record Answered(String reason, String says) implements Expected {}

  /** It is taken as the text it is; nothing breaks. */
  public record Harmless() implements Expected {}

  public BadCase {
    with = Map.copyOf(with);
    without = List.copyOf(without);
  }

  /** The malformed model, made from a good one. */
  ObjectTree spoil(ObjectTree good) {
    var tree = good.copy();
    with.forEach((path, put) -> tree.put(path, BadValue.of(put)));
    without.forEach(tree::remove);
    value.ifPresent(put -> tree.put(at, BadValue.of(put)));
    return tree;
  }

  @Override
  public String toString() {
    return group + ": " + name;
  }
}
