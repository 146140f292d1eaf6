package dev.regularizer.e2e.bench;

import dev.regularizer.e2e.bench.AuditLog.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The operator's requests to the API server in a rollout, in order; lease and Events left out. */
record RolloutCalls(List<Call> calls) {
  RolloutCalls {
    calls = calls.stream().filter(call -> !call.aside()).toList();
  }

  Map<String, Long> writes() {
    return byKind(Call::write);
  }

  Map<String, Long> reads() {
    return byKind(Call::read);
  }

  /** Writes from the first one of the route to the one that records the outcome. */
  long stepWrites() {
    var first = first(call -> call.resource().equals("httproutes") && call.write()).received();
    var last = verdict("Promoted").received();
    return calls.stream()
        .filter(Call::write)
        .filter(call -> !call.received().isBefore(first) && call.received().isBefore(last))
        .count();
  }

  /** Writes whose answer has the resource version that the object had before. */
  long unchanged() {
    long found = 0;
    var known = new HashMap<String, String>();
    for (var call : calls) {
      if (!call.write() || call.answered().isEmpty()) {
        continue;
      }
      var object = call.resource().replace("/status", "") + " " + call.object();
      var before = call.sent().isEmpty() ? known.get(object) : call.sent();
      if (call.answered().equals(before)) {
        found++;
      }
      known.put(object, call.answered());
    }
    return found;
  }

  /** From the write of the verdict to the answered route that follows it. */
  Duration verdictToRoute() {
    var verdict = verdict("RolledBack").received();
    Instant off =
        first(call ->
                call.resource().equals("httproutes")
                    && call.write()
                    && call.received().isAfter(verdict))
            .completed();
    return Duration.between(verdict, off);
  }

  private Call verdict(String outcome) {
    return first(call ->
        call.resource().equals("modelrevisions/status")
            && call.request().at("/status/outcome").asText().equals(outcome));
  }

  private Call first(Predicate<Call> wanted) {
    return calls.stream().filter(wanted).findFirst().orElseThrow();
  }

  private Map<String, Long> byKind(Predicate<Call> wanted) {
    return calls.stream()
        .filter(wanted)
        .collect(
            Collectors.groupingBy(
                call -> call.verb() + " " + call.resource(), TreeMap::new, Collectors.counting()));
  }
}
