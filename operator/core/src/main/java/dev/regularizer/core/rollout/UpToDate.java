package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The spec's revision serves and nothing is on trial. */
final class UpToDate {
  private UpToDate() {}

  static Plan plan(Situation situation, RevisionRecord stable) {
    var workload = situation.workload(stable);
    var serving =
        situation.call(stable)
            + (workload.ready() > 0
                ? " serves"
                : " is stable, but none of its pods is ready"
                    + Readiness.because(workload.explanation()));
    var refusal = Acceptance.refusal(situation);
    if (refusal.isPresent()) {
      return Plan.of(
              situation,
              Phase.UP_TO_DATE,
              refusal.get().reason(),
              serving + "; " + refusal.get().message())
          .then(upkeep(situation, stable));
    }
    return Plan.of(situation, Phase.UP_TO_DATE, Reason.UpToDate, serving)
        .then(upkeep(situation, stable));
  }

  /** Keeps what serves as it should be: pods, route, Service. */
  static List<Effect> upkeep(Situation situation, RevisionRecord stable) {
    return List.of(
        new Effect.ApplyWorkload(stable.name(), situation.spec().replicas()),
        new Effect.ApplyRoute(wholly(situation, stable), false),
        new Effect.ApplyStableService(stable.name()));
  }

  /** All traffic to what serves; who still has some, as after a restore, is said to have none. */
  private static Map<String, Integer> wholly(Situation situation, RevisionRecord stable) {
    var weights = new TreeMap<String, Integer>();
    for (var revision : situation.seen().revisions()) {
      if (situation.weight(revision) > 0) {
        weights.put(revision.name(), 0);
      }
    }
    weights.put(stable.name(), 100);
    return weights;
  }
}
