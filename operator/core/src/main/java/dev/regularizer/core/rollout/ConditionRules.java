package dev.regularizer.core.rollout;

import dev.regularizer.core.lint.Finding;
import dev.regularizer.core.lint.PolicyLint;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.Conditions;
import dev.regularizer.core.state.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The conditions of a model.
 *
 * <p>Reconciling and Stalled are never both True, so that kstatus, Flux, Argo CD and `kubectl wait`
 * read the same state. Available, that stable serves, is independent of all others.
 */
final class ConditionRules {
  private static final Set<Reason> REFUSALS =
      Set.of(
          Reason.SpecRefused,
          Reason.SliNotServed,
          Reason.NameConflict,
          Reason.RouteConflict,
          Reason.TemplateRefused,
          Reason.UnknownConnection);
  private static final Set<Reason> POLICY_REFUSALS =
      Set.of(Reason.SpecRefused, Reason.SliNotServed, Reason.UnknownConnection);
  private static final Set<Reason> STALLS =
      Set.of(Reason.Inconclusive, Reason.NameConflict, Reason.StableUnclear);

  private ConditionRules() {}

  static List<Condition> of(Situation situation, Plan plan, String message) {
    var stored = situation.seen().status();
    var conditions =
        new Conditions(
            stored == null ? List.of() : stored.conditions(),
            situation.spec().generation(),
            situation.now());
    var reason = plan.reason().name();
    var refused = REFUSALS.contains(plan.reason());
    var served = plan.phase() == Phase.UP_TO_DATE || plan.phase() == Phase.BAKING;
    var ready = served && !refused;
    var stalled =
        !ready
            && (refused
                || plan.phase() == Phase.ROLLED_BACK
                || plan.phase() == Phase.REFUSED
                || (plan.phase() == Phase.HOLDING && STALLS.contains(plan.reason())));
    conditions
        .set(Condition.Type.Reconciling, !ready && !stalled, reason, message)
        .set(Condition.Type.Stalled, stalled, reason, message)
        .set(Condition.Type.Ready, ready, reason, message)
        .set(
            Condition.Type.Accepted,
            !refused,
            refused ? reason : "Accepted",
            refused ? message : "the spec is acted on");
    policy(situation, plan, conditions, message);
    available(situation, conditions);
    traffic(situation, plan, conditions);
    prometheus(situation, conditions);
    return conditions.all();
  }

  /** Refused, or out of reach of its SLIs at the traffic that stable had before the attempt. */
  private static void policy(
      Situation situation, Plan plan, Conditions conditions, String message) {
    if (POLICY_REFUSALS.contains(plan.reason())) {
      conditions.set(Condition.Type.PolicyValid, false, plan.reason().name(), message);
      return;
    }
    var findings =
        Optional.ofNullable(situation.candidate())
            .flatMap(one -> one.state().attempt())
            .filter(attempt -> !attempt.ended() && attempt.traffic() != null)
            .map(attempt -> findings(situation, attempt))
            .orElse(List.of());
    conditions.set(
        Condition.Type.PolicyValid,
        findings.isEmpty(),
        findings.isEmpty() ? "Valid" : Reason.PolicyOutOfReach.name(),
        findings.stream().map(Finding::message).collect(Collectors.joining(" | ")));
  }

  private static List<Finding> findings(Situation situation, Attempt attempt) {
    var traffic = attempt.traffic();
    return traffic == null
        ? List.of()
        : PolicyLint.findings(attempt.policy(), situation.spec().rollout(), traffic);
  }

  private static void available(Situation situation, Conditions conditions) {
    var stable = situation.stable();
    if (stable == null) {
      conditions.set(Condition.Type.Available, false, "NothingServes", "no revision serves yet");
      return;
    }
    var pods = situation.workload(stable).ready();
    conditions.set(
        Condition.Type.Available,
        pods > 0,
        pods > 0 ? "StableServes" : "NoReadyPod",
        pods > 0
            ? situation.call(stable) + " serves"
            : "no pod of "
                + situation.call(stable)
                + " is ready"
                + Readiness.because(situation.workload(stable).explanation()));
  }

  /**
   * A route that waits for the gateway keeps the condition as it was: it is in force within
   * moments.
   */
  private static void traffic(Situation situation, Plan plan, Conditions conditions) {
    var route = situation.seen().route();
    if (!situation.seen().missing().isEmpty()) {
      conditions.set(
          Condition.Type.TrafficApplied,
          false,
          Reason.DependencyMissing.name(),
          String.join("; ", situation.seen().missing()));
    } else if (route.acceptance() == Route.Acceptance.REFUSED
        || plan.reason() == Reason.RouteNotAccepted) {
      conditions.set(
          Condition.Type.TrafficApplied,
          false,
          Reason.RouteNotAccepted.name(),
          route.message().isEmpty()
              ? "the gateway has not accepted the route for a while"
              : route.message());
    } else if (route.exists() && route.acceptance() == Route.Acceptance.ACCEPTED) {
      conditions.set(
          Condition.Type.TrafficApplied, true, "Accepted", "the gateway carries the route");
    }
  }

  private static void prometheus(Situation situation, Conditions conditions) {
    if (situation.seen().timing() == null) {
      conditions.set(
          Condition.Type.PrometheusReachable,
          false,
          Reason.UnknownConnection.name(),
          "connection \"" + situation.spec().policy().connection() + "\" is not configured");
      return;
    }
    measured(situation)
        .ifPresent(attempt -> {
          var measured = attempt.measurements();
          if (measured.failedLooks() > 0) {
            conditions.set(
                Condition.Type.PrometheusReachable,
                false,
                Reason.PrometheusUnreachable.name(),
                Optional.ofNullable(measured.problem()).orElse("no answer"));
          } else if (measured.observedWindows() > 0) {
            conditions.set(
                Condition.Type.PrometheusReachable, true, "Answered", "the last look was answered");
          }
        });
  }

  private static Optional<Attempt> measured(Situation situation) {
    RevisionRecord measured =
        situation.candidate() != null ? situation.candidate() : situation.stable();
    return Optional.ofNullable(measured).flatMap(one -> one.state().attempt());
  }
}
