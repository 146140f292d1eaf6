package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A place where a stored and a recomputed object differ.
 *
 * @param field its path
 * @param stored JSON text; "absent" when there is none
 * @param recomputed JSON text
 */
record JsonDifference(String field, String stored, String recomputed) {

  /** All differences, in the order of the stored fields. */
  static List<JsonDifference> between(String path, JsonNode stored, JsonNode recomputed) {
    var all = new ArrayList<JsonDifference>();
    compare(path, stored, recomputed, all);
    return all;
  }

  private static void compare(
      String path, JsonNode stored, JsonNode recomputed, List<JsonDifference> all) {
    if (stored.isObject() && recomputed.isObject()) {
      var fields = new ArrayList<String>();
      stored.fieldNames().forEachRemaining(fields::add);
      var more = new TreeSet<String>();
      recomputed.fieldNames().forEachRemaining(more::add);
      fields.forEach(more::remove);
      fields.addAll(more);
      for (var field : fields) {
        compare(path + "." + field, stored.path(field), recomputed.path(field), all);
      }
    } else if (stored.isArray() && recomputed.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), recomputed.size()); i++) {
        compare(path + "[" + i + "]", stored.path(i), recomputed.path(i), all);
      }
    } else if (!same(stored, recomputed)) {
      all.add(new JsonDifference(path, text(stored), text(recomputed)));
    }
  }

  private static boolean same(JsonNode stored, JsonNode recomputed) {
    return isNothing(stored) ? isNothing(recomputed) : stored.equals(recomputed);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isNull() || node instanceof MissingNode;
  }

  private static String text(JsonNode node) {
    return isNothing(node) ? "absent" : node.toString();
  }

  @Override
  public String toString() {
    return field + ": stored " + stored + ", recomputed " + recomputed;
  }
}
