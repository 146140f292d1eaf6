package dev.regularizer.core.rollout;

import java.util.Optional;

/** Whether a spec may be acted on at all. What ran before goes on either way. */
final class Acceptance {
  private Acceptance() {}

  /** Why not, in words that say what to do. */
  record Refusal(Reason reason, String message) {}

  /**
   * The first thing that stands in the way of starting the spec's revision; empty when nothing
   * does.
   */
  static Optional<Refusal> refusal(Situation situation) {
    var seen = situation.seen();
    if (!seen.problems().isEmpty()) {
      return Optional.of(new Refusal(Reason.SpecRefused, String.join("; ", seen.problems())));
    }
    if (!seen.unserved().isEmpty()) {
      return Optional.of(new Refusal(Reason.SliNotServed, String.join("; ", seen.unserved())));
    }
    var taken = taken(situation);
    if (taken.isPresent()) {
      return taken;
    }
    var rival = seen.routeConflict();
    if (rival != null) {
      return Optional.of(
          new Refusal(
              Reason.RouteConflict,
              "spec.traffic.gatewayAPI: RegularizedModel "
                  + rival
                  + " is older and serves the same host and path; change hostnames or matches"));
    }
    if (seen.timing() == null) {
      return Optional.of(
          new Refusal(
              Reason.UnknownConnection,
              "spec.metrics.connection: \""
                  + situation.spec().policy().connection()
                  + "\" is not in the operator's configuration, or not allowed for this namespace;"
                  + " name one that is, or have it added under prometheus.connections"));
    }
    return Optional.empty();
  }

  /** A name we need belongs to somebody else, perhaps only since the revision was begun. */
  static Optional<Refusal> taken(Situation situation) {
    var conflicts = situation.seen().conflicts();
    return conflicts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.NameConflict,
                String.join("; ", conflicts)
                    + ": not ours and left alone. Delete or rename it, or rename the model"));
  }
}
