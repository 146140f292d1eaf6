package dev.regularizer.controller.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Own writes that the watch has not delivered yet. Without them the next pass would decide on the
 * past; the write would be refused, but every refusal costs a request.
 */
public final class OwnWrites<T extends HasMetadata> {
  /** A watch that is further behind than this is worse than a refused write. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Map<String, Written<T>> written = new ConcurrentHashMap<>();
  private final InstantSource clock;

  private record Written<T>(Optional<T> object, long version, Instant at) {}

  public OwnWrites(InstantSource clock) {
    this.clock = clock;
  }

  public void wrote(T object) {
    written.put(key(object), new Written<>(Optional.of(object), version(object), clock.instant()));
  }

  /** Remembers that an object as it was seen, or an older one of it, is gone. */
  public void deleted(T seen) {
    written.put(key(seen), new Written<>(Optional.empty(), version(seen), clock.instant()));
  }

  /** The newer of what a watch delivered and what was written here. */
  public Optional<T> newest(String namespace, String name, Optional<T> watched) {
    var own = written.get(namespace + "/" + name);
    if (own == null) {
      return watched;
    }
    var caughtUp =
        watched.isPresent()
            ? version(watched.get()) > own.version()
                || (version(watched.get()) == own.version() && own.object().isPresent())
            : own.object().isEmpty();
    if (caughtUp || clock.instant().isAfter(own.at().plus(KEPT))) {
      written.remove(namespace + "/" + name, own);
      return watched;
    }
    return own.object();
  }

  /** The same for a list; an own object the watch does not know yet is added. */
  public List<T> newest(List<T> watched, Predicate<T> belongs) {
    if (written.isEmpty()) {
      return watched;
    }
    var all = new LinkedHashMap<String, T>();
    watched.forEach(object -> all.put(key(object), object));
    var known = new ArrayList<T>();
    all.values()
        .forEach(object ->
            newest(
                    object.getMetadata().getNamespace(),
                    object.getMetadata().getName(),
                    Optional.of(object))
                .ifPresent(known::add));
    for (var own : written.values()) {
      own.object()
          .filter(belongs)
          .filter(object -> !all.containsKey(key(object)))
          .flatMap(object ->
              newest(
                  object.getMetadata().getNamespace(),
                  object.getMetadata().getName(),
                  Optional.empty()))
          .ifPresent(known::add);
    }
    return List.copyOf(known);
  }

  private static String key(HasMetadata object) {
    return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
  }

  private static long version(HasMetadata object) {
    return Long.parseLong(object.getMetadata().getResourceVersion());
  }
}
