package dev.regularizer.controller.observe;

import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects that carry a name we need and are not ours. Informers do not show them, they select our
 * label; a write found them. Lost on a restart: the next write finds them again.
 */
public final class NameConflicts {
  /** Nobody tells us when a name is free: it is looked at this often. */
  public static final Duration RECHECK = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Map<ModelKey, Map<Taken, Found>> known = new ConcurrentHashMap<>();

  /** A name in the model's namespace. */
  public record Taken(Class<? extends HasMetadata> type, String name) {}

  private record Found(String description, Instant checkedAt) {}

  public NameConflicts(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a conflict, or that it was seen again. */
  public void note(ModelKey model, Taken taken, String description) {
    known
        .computeIfAbsent(model, key -> new ConcurrentHashMap<>())
        .put(taken, new Found(description, clock.instant()));
  }

  public boolean knows(ModelKey model, Taken taken) {
    return known.getOrDefault(model, Map.of()).containsKey(taken);
  }

  /** For people: "Service image-classifier, owned by nobody". */
  public List<String> of(ModelKey model) {
    return known.getOrDefault(model, Map.of()).values().stream()
        .map(Found::description)
        .sorted()
        .toList();
  }

  /** Those that were last looked at a while ago. */
  public List<Taken> due(ModelKey model) {
    var before = clock.instant().minus(RECHECK);
    return known.getOrDefault(model, Map.of()).entrySet().stream()
        .filter(entry -> entry.getValue().checkedAt().isBefore(before))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The name is free, or the object is ours by now. */
  public void resolved(ModelKey model, Taken taken) {
    known.computeIfPresent(
        model,
        (key, all) -> {
          all.remove(taken);
          return all.isEmpty() ? null : all;
        });
  }

  /** The model is gone. */
  public void forget(ModelKey model) {
    known.remove(model);
  }
}
