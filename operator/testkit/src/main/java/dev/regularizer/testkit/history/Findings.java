package dev.regularizer.testkit.history;

import java.util.ArrayList;
import java.util.List;

/** Violations found so far. */
final class Findings {
  private final List<Violation> all = new ArrayList<>();

  void add(String invariant, CommittedWrite write, String text) {
    all.add(new Violation(invariant, write, text));
  }

  void unless(boolean holds, String invariant, Change change, String text) {
    if (!holds) {
      add(invariant, change.write(), text);
    }
  }

  List<Violation> all() {
    return List.copyOf(all);
  }
}
