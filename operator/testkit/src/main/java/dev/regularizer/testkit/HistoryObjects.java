package dev.regularizer.testkit;

import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonBool;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.StepRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of objects that a history is checked by, as the API has them. */
final class HistoryObjects {
  private static final String MODEL = "model-uid";
  private static final String PREFIX = "regularizer.dev/";

  private HistoryObjects() {}

  static JsonObject model(ModelSpec spec, @Nullable String command) {
    var rollout = spec.rollout();
    var metadata =
        map(
            "name", text(spec.key().name()),
            "uid", text(MODEL),
            "generation", JsonNumber.of(spec.generation()),
            "annotations", command == null ? map() : map(PREFIX + "command", text(command)));
    var steps =
        list(
            rollout.steps(),
            step ->
                map(
                    "weight", JsonNumber.of(step.weight()),
                    "duration", text(GoDuration.format(step.duration()))));
    return map(
        "metadata",
        metadata,
        "spec",
        map(
            "replicas", JsonNumber.of(spec.replicas()),
            "rollout", map("drain", text(GoDuration.format(rollout.drain())), "steps", steps)));
  }

  /** An object that belongs to the model. */
  static JsonObject owned(String model, String name) {
    var labels = map(PREFIX + "model", text(model));
    if (!name.equals(model)) {
      labels = labels.with(PREFIX + "revision", text(suffix(name)));
    }
    var owner = map("controller", JsonBool.TRUE, "uid", text(MODEL));
    return map(
        "metadata",
        map(
            "name", text(name),
            "uid", text("uid-" + name),
            "labels", labels,
            "ownerReferences", JsonArray.of(owner)));
  }

  static JsonObject options(String name) {
    return map("preconditions", map("uid", text("uid-" + name)));
  }

  static JsonObject deployment(String revision, int replicas) {
    return map(
        "replicas", JsonNumber.of(replicas), "template", map("revision", text(suffix(revision))));
  }

  static JsonObject ready(int pods) {
    return map("readyReplicas", JsonNumber.of(pods));
  }

  static JsonObject service(String revision) {
    return map("selector", map(PREFIX + "revision", text(suffix(revision))));
  }

  static JsonObject route(Map<String, Integer> weights) {
    var backends =
        list(
            weights.entrySet(),
            entry -> map("name", text(entry.getKey()), "weight", JsonNumber.of(entry.getValue())));
    return map("rules", JsonArray.of(map("backendRefs", backends)));
  }

  static JsonObject status(ModelStatus status) {
    var json =
        map(
            "observedGeneration", JsonNumber.of(status.observedGeneration()),
            "phase", text(status.phase().text()),
            "refreshedAt", text(status.refreshedAt().toString()),
            "conditions",
                list(
                    status.conditions(),
                    one ->
                        map(
                            "type", text(one.type().toString()),
                            "observedGeneration", JsonNumber.of(one.observedGeneration()))));
    return pointers(json, status.pointers());
  }

  private static JsonObject pointers(JsonObject status, Pointers pointers) {
    var json =
        status.with(
            "history", list(pointers.history(), entry -> map("revision", text(entry.revision()))));
    var stable = pointers.stable();
    if (stable != null) {
      json =
          json.with(
              "stable",
              map("revision", text(stable.revision()), "reason", text(stable.reason().name())));
    }
    var candidate = pointers.candidate();
    if (candidate != null) {
      json =
          json.with(
              "candidate",
              map(
                  "revision", text(candidate.revision()),
                  "attempt", JsonNumber.of(candidate.attempt())));
    }
    var command = pointers.command();
    if (command != null) {
      json = json.with("command", map("value", text(command.value())));
    }
    var previous = pointers.previous();
    return previous == null
        ? json
        : json.with("previous", map("revision", text(previous.revision())));
  }

  static JsonObject revision(RevisionState state) {
    var role = state.role();
    var json =
        map(
            "attempts", list(state.attempts(), HistoryObjects::attempt),
            "decisions", list(state.transitions(), one -> text(one.reason().name())));
    return role == null ? json : json.with("role", text(word(role)));
  }

  private static JsonObject attempt(Attempt attempt) {
    var measured = attempt.measurements();
    var cursor = measured.cursor();
    var measurements =
        map(
            "observedWindows", JsonNumber.of(measured.observedWindows()),
            "candidateRequests", JsonNumber.of(measured.candidateRequests()),
            "slis",
                list(
                    measured.slis(),
                    sli ->
                        map(
                            "windows", JsonNumber.of(sli.windows()),
                            "passLatched", JsonBool.of(sli.passLatched()))));
    var json =
        map(
            "number", JsonNumber.of(attempt.number()),
            "kind", text(word(attempt.kind())),
            "startedAt", text(attempt.startedAt().toString()),
            "stableReplicas", JsonNumber.of(attempt.stableReplicas()),
            "policy",
                map(
                    "window", text(GoDuration.format(attempt.policy().window())),
                    "slis", list(attempt.policy().slis(), HistoryObjects::policy)),
            "slis", list(attempt.results(), HistoryObjects::result),
            "steps", list(attempt.steps(), HistoryObjects::step),
            "measurements",
                cursor == null
                    ? measurements
                    : measurements.with("cursor", text(cursor.toString())));
    var ending = attempt.ending();
    return ending == null
        ? json
        : json.with(
            "ending",
            map("outcome", text(word(ending.outcome())), "reason", text(ending.reason().name())));
  }

  private static JsonObject policy(SliPolicy sli) {
    return map("name", text(sli.name()), "minimum", JsonNumber.of(sli.minimum()));
  }

  private static JsonObject result(SliResult sli) {
    return map(
        "name", text(sli.name()),
        "gate", text(sli.gate().name()),
        "verdict", text(sli.verdict().name()),
        "samples", JsonNumber.of(sli.samples()));
  }

  private static JsonObject step(StepRecord step) {
    var effective = step.effectiveAt();
    var json =
        map(
            "number", JsonNumber.of(step.number()),
            "weight", JsonNumber.of(step.weight()),
            "duration", text(GoDuration.format(step.duration())),
            "countedWindows", JsonNumber.of(step.countedWindows()),
            "validWindows", JsonNumber.of(step.validWindows()),
            "intentAt", text(step.intentAt().toString()));
    return effective == null ? json : json.with("effectiveAt", text(effective.toString()));
  }

  private static Json text(String text) {
    return new JsonString(text);
  }

  /** ROLLED_BACK is RolledBack in the API. */
  private static String word(Enum<?> value) {
    var word = new StringBuilder();
    for (var part : List.of(value.name().split("_", -1))) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }

  private static <T> JsonArray list(Collection<T> all, Function<T, Json> read) {
    return new JsonArray(all.stream().map(read).toList());
  }

  /** Names and values by turns. */
  private static JsonObject map(Object... members) {
    var map = new LinkedHashMap<String, Json>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], (Json) members[i + 1]);
    }
    return new JsonObject(map);
  }

  private static String suffix(String revision) {
    return revision.substring(revision.lastIndexOf('-') + 1);
  }
}
