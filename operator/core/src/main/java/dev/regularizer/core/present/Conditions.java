package dev.regularizer.core.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All conditions of a model; the transition time stays when the status does. */
public final class Conditions {
  private final Map<Condition.Type, Condition> before = new EnumMap<>(Condition.Type.class);
  private final Map<Condition.Type, Condition> now = new EnumMap<>(Condition.Type.class);
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
  public Conditions set(Condition.Type type, boolean status, String reason, String message) {
    return set(type, status ? Condition.Status.True : Condition.Status.False, reason, message);
  }

  /** Sets one condition. */
  public Conditions set(
      Condition.Type type, Condition.Status status, String reason, String message) {
    var old = before.get(type);
    var since = old != null && old.status() == status ? old.lastTransition() : at;
    now.put(type, new Condition(type, status, reason, message, since, generation));
    return this;
  }

  /** Every type once; what was not set stays as it was, or is Unknown. */
  public List<Condition> all() {
    var all = new ArrayList<Condition>();
    for (var type : Condition.Type.values()) {
      var known = now.containsKey(type) ? now.get(type) : before.get(type);
      all.add(
          known != null
              ? known
              : new Condition(
                  type, Condition.Status.Unknown, "Unknown", "not observed yet", at, generation));
    }
    return List.copyOf(all);
  }
}
