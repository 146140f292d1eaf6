package dev.regularizer.testkit;

import dev.regularizer.core.effect.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass wishes one thing of an object: an effect that undoes another one is a defect. */
final class OneWish {
  private OneWish() {}

  static void check(List<Effect> effects) {
    Map<String, Object> wishes = new HashMap<>();
    for (var effect : effects) {
      switch (effect) {
        case Effect.ApplyWorkload(var revision, var replicas) ->
            wish(wishes, "size of " + revision, replicas);
        case Effect.ScaleDown(var revision) -> wish(wishes, "size of " + revision, 0);
        case Effect.ApplyRoute(var weights, var _) -> wish(wishes, "route", weights);
        case Effect.ApplyStableService(var revision) -> wish(wishes, "service", revision);
        case Effect.CreateRevision _, Effect.Prune _, Effect.Emit _ -> {}
      }
    }
  }

  private static void wish(Map<String, Object> wishes, String what, Object wish) {
    var other = wishes.putIfAbsent(what, wish);
    if (other != null && !other.equals(wish)) {
      throw new AssertionError("one pass, two wishes for the " + what + ": " + other + ", " + wish);
    }
  }
}
