package dev.regularizer.testkit.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's HTTPRoute as stored. */
record Route(Tree tree) {
  static final String RESOURCE = "httproutes";

  /** The rule that users' requests take. */
  private List<Tree> backends() {
    var rules = tree.list("spec", "rules");
    return rules.isEmpty() ? List.of() : rules.getFirst().list("backendRefs");
  }

  /** Weight per revision, in the order of the backends. */
  Map<String, Long> weights() {
    var split = new LinkedHashMap<String, Long>();
    backends().forEach(one -> split.merge(one.text("name"), one.number("weight"), Long::sum));
    return split;
  }

  long weight(String revision) {
    return weights().getOrDefault(revision, 0L);
  }

  /** Whether every backend says its weight. */
  boolean explicit() {
    return backends().stream().allMatch(one -> one.has("weight"));
  }
}
