package dev.regularizer.core.digest;

import dev.regularizer.core.json.CanonicalJson;
import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Version 1 of the canonical form. <b>Frozen:</b> whatever changes the form of any revision needs a
 * version of its own.
 *
 * <ul>
 *   <li>Members that are null, an empty map or an empty list are dropped, from the inside out.
 *       Elements of lists stay: a position means something.
 *   <li>Below {@code pod} an empty map stays where it says something else than a missing one (an
 *       empty selector selects everything).
 *   <li>Regularizers are ordered by effective name; every other list keeps its order.
 *   <li>Decimals, quantities and durations get one spelling, in the fields listed here and nowhere
 *       else: the version "1.10" of a model is not "1.1".
 * </ul>
 *
 * Members are sorted when the form is written.
 */
final class CanonicalFormV1 implements CanonicalForm {
  private static final List<String> DECIMALS =
      List.of(
          "delta",
          "epsilon",
          "intercept",
          "l1Ratio",
          "max",
          "maxNorm",
          "min",
          "minDelta",
          "minimum",
          "momentum",
          "noiseMultiplier",
          "radius",
          "rate",
          "requestsPerSecond",
          "sampleRate",
          "scale",
          "slope",
          "smoothing",
          "sparsity",
          "standardDeviation",
          "strength",
          "temperature");
  private static final List<String> TRAINING_DECIMALS =
      List.of("trainLoss", "validationLoss", "weightNorm");
  private static final List<String> DURATIONS = List.of("openFor", "timeout");
  private static final List<String> QUANTITIES = List.of("maxBytes");
  private static final List<String> POD_QUANTITIES =
      List.of(
          "containers.resources.requests.*",
          "containers.resources.limits.*",
          "initContainers.resources.requests.*",
          "initContainers.resources.limits.*",
          "resources.requests.*",
          "resources.limits.*",
          "overhead.*",
          "volumes.emptyDir.sizeLimit",
          "volumes.ephemeral.volumeClaimTemplate.spec.resources.requests.*",
          "volumes.ephemeral.volumeClaimTemplate.spec.resources.limits.*");
  private static final SpellingRules RULES = rules();

  private static final Set<String> MEANINGFUL_WHEN_EMPTY =
      Set.of("labelSelector", "namespaceSelector", "selector", "downwardAPI", "projected");
  private static final String REGULARIZERS = "regularizers";
  private static final String POD = "pod";

  private static final Comparator<Json> BY_EFFECTIVE_NAME =
      Comparator.comparing(CanonicalFormV1::effectiveName).thenComparing(CanonicalJson::write);

  @Override
  public Json of(Json revision) {
    if (!(revision instanceof JsonObject whole)) {
      return revision;
    }
    var form = new LinkedHashMap<String, Json>();
    whole
        .members()
        .forEach((name, value) -> {
          var canonical = canonical(value, RULES.member(name), name.equals(POD));
          if (!isNothing(canonical)) {
            form.put(name, name.equals(REGULARIZERS) ? ordered(canonical) : canonical);
          }
        });
    return new JsonObject(form);
  }

  private static Json canonical(Json json, SpellingRules rules, boolean inPod) {
    return switch (json) {
      case JsonObject object -> pruned(object, rules, inPod);
      case JsonArray(var elements) ->
          new JsonArray(elements.stream().map(it -> canonical(it, rules, inPod)).toList());
      default -> rules.spelling().normalise(json);
    };
  }

  private static JsonObject pruned(JsonObject object, SpellingRules rules, boolean inPod) {
    var kept = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach((name, value) -> {
          var canonical = canonical(value, rules.member(name), inPod);
          boolean says =
              inPod && canonical instanceof JsonObject && MEANINGFUL_WHEN_EMPTY.contains(name);
          if (says || !isNothing(canonical)) {
            kept.put(name, canonical);
          }
        });
    return new JsonObject(kept);
  }

  private static boolean isNothing(Json json) {
    return switch (json) {
      case JsonNull _ -> true;
      case JsonObject object -> object.isEmpty();
      case JsonArray array -> array.isEmpty();
      default -> false;
    };
  }

  private static Json ordered(Json regularizers) {
    return regularizers instanceof JsonArray(var elements)
        ? new JsonArray(elements.stream().sorted(BY_EFFECTIVE_NAME).toList())
        : regularizers;
  }

  private static String effectiveName(Json regularizer) {
    return regularizer instanceof JsonObject object
        ? object.text("name").or(() -> object.text("type")).orElse("")
        : "";
  }

  private static SpellingRules rules() {
    var rules = SpellingRules.NONE;
    for (var name : TRAINING_DECIMALS) {
      rules = rules.and(Spelling.DECIMAL, "training." + name);
    }
    for (var name : DECIMALS) {
      rules = rules.and(Spelling.DECIMAL, "regularizers." + name);
    }
    for (var name : DURATIONS) {
      rules = rules.and(Spelling.DURATION, "regularizers." + name);
    }
    for (var name : QUANTITIES) {
      rules = rules.and(Spelling.QUANTITY, "regularizers." + name);
    }
    for (var path : POD_QUANTITIES) {
      rules = rules.and(Spelling.QUANTITY, "pod.spec." + path);
    }
    return rules;
  }
}
