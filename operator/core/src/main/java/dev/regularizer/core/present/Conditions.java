package dev.regularizer.core.present;

import dev.regularizer.core.present.Condition.Status;
import dev.regularizer.core.present.Condition.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All conditions of a model; the transition time stays when the status does. */
public final class Conditions {
  private final Map<Type, Condition> before = new EnumMap<>(Type.class);
  private final Map<Type, Condition> now = new EnumMap<>(Type.class);
  private final long generation;
  private final Instant at;

  /**
   * Conditions computed at one instant for one generation.
   *
   * @param before what is stored
   */
  public Conditions(List<Condition> before, long generation, Instant at) {
    before.forEach(condition -> this.before.put(condition.type(), condition));
    this.generation = generation;
    this.at = at;
  }

  /** Sets one condition. */
  public Conditions set(Type type, boolean status, String reason, String message) {
    return set(type, status ? Status.True : Status.False, reason, message);
  }

  /** Sets one condition. */
  public Conditions set(Type type, Status status, String reason, String message) {
    var old = before.get(type);
    var since = old != null && old.status() == status ? old.lastTransition() : at;
    now.put(type, new Condition(type, status, reason, message, since, generation));
    return this;
  }

  /** Every type once; what was not set stays as it was, or is Unknown. */
  public List<Condition> all() {
    var all = new ArrayList<Condition>();
    for (var type : Type.values()) {
      var known = now.containsKey(type) ? now.get(type) : before.get(type);
      all.add(
          known != null
              ? known
              : new Condition(type, Status.Unknown, "Unknown", "not observed yet", at, generation));
    }
    return List.copyOf(all);
  }
}
