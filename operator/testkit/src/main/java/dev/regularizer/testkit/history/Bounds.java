package dev.regularizer.testkit.history;

import dev.regularizer.core.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** S19: status at most 64 KiB with bounded lists, at most 10 Events a minute and model. */
final class Bounds implements Invariant {
  private static final String ID = "S19";
  private static final int STATUS = 64 * 1024;
  private static final int HISTORY = 10;
  private static final int ATTEMPTS = 3;
  private static final int DECISIONS = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int mostEvents;
  private final Map<String, Deque<Instant>> events = new HashMap<>();

  Bounds(Tolerances tolerances) {
    this.mostEvents = tolerances.events();
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator()) {
      return;
    }
    if (change.of("events") && change.write().verb() == WriteVerb.CREATE) {
      emitted(change, findings);
    }
    if (!change.write().status()) {
      return;
    }
    var status = change.now().at("status");
    var size = CanonicalJson.write(status.json()).getBytes(StandardCharsets.UTF_8).length;
    findings.unless(
        size <= STATUS, ID, change, "a status of " + size + " bytes, at most " + STATUS);
    most(change, findings, "history", HISTORY);
    most(change, findings, "attempts", ATTEMPTS);
    most(change, findings, "decisions", DECISIONS);
  }

  private static void most(Change change, Findings findings, String list, int limit) {
    var found = change.now().elements("status", list).size();
    findings.unless(
        found <= limit, ID, change, list + " has " + found + " entries, at most " + limit);
  }

  /** An Event is named after its model. */
  private void emitted(Change change, Findings findings) {
    var name = change.key().name();
    var model = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    var recent = events.computeIfAbsent(model, key -> new ArrayDeque<>());
    var at = change.write().at();
    while (!recent.isEmpty() && !recent.peekFirst().isAfter(at.minus(MINUTE))) {
      recent.removeFirst();
    }
    recent.addLast(at);
    findings.unless(
        recent.size() <= mostEvents,
        ID,
        change,
        recent.size() + " Events of " + model + " in a minute");
  }
}
