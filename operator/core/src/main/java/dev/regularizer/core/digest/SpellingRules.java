package dev.regularizer.core.digest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields have more than one spelling, as a tree of member names. Lists are transparent: the
 * rules for {@code containers} hold for each container.
 */
record SpellingRules(Spelling spelling, Map<String, SpellingRules> members) {
  private static final String ANY = "*";
  static final SpellingRules NONE = new SpellingRules(Spelling.EXACT, Map.of());

  SpellingRules {
    members = Map.copyOf(members);
  }

  /** The rules for one member. */
  SpellingRules member(String name) {
    var own = members.get(name);
    return own == null ? members.getOrDefault(ANY, NONE) : own;
  }

  /**
   * These rules and one more: a path of member names separated by dots, {@code *} for every member.
   */
  SpellingRules and(Spelling added, String path) {
    return add(added, List.of(path.split("\\.", -1)));
  }

  private SpellingRules add(Spelling added, List<String> path) {
    if (path.isEmpty()) {
      return new SpellingRules(added, members);
    }
    var changed = new LinkedHashMap<>(members);
    var below = changed.getOrDefault(path.getFirst(), NONE);
    changed.put(path.getFirst(), below.add(added, path.subList(1, path.size())));
    return new SpellingRules(spelling, changed);
  }
}
