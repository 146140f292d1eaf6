package dev.regularizer.testkit;

import java.util.List;

/**
 * The rows of the design's table "What happens when" that can be reached with the fields there are.
 */
final class Rows {
  static final String FIRST_REVISION =
      "first revision, no stable: all pods ready, then route and pointer: Installed, no trial, no"
          + " bake. A newer spec supersedes it at once, however broken";
  static final String RESTORE =
      "CR without status but with children of its name: a restore; the revision that serves keeps"
          + " serving, the spec's revision gets a trial";
  static final String THIRD_DIGEST =
      "spec changes to a third digest during a trial: weight 0 accepted first, Superseded; then the"
          + " new one starts at step 1";
  static final String BACK_TO_STABLE =
      "spec back to S during a trial: C aborted at once, Reverted, no analysis";
  static final String FORMER_STABLE =
      "spec back to one of the last rollbackWindow stables: full readiness, then flip, no trial:"
          + " Reverted";
  static final String STICKS =
      "after RolledBack, Aborted or NotReady: same spec again, or edits outside spec.revision:"
          + " nothing";
  static final String ASKED_AGAIN =
      "after Superseded, Inconclusive, Refused: asked for again: a new attempt";
  static final String POLICY_EDITED =
      "slis, risk, window, warmUp, metrics edited during a trial: the attempt restarts,"
          + " PolicyChanged. While Baking the copy runs on";
  static final String PLAN_EDITED =
      "steps, approvals, bake, deadline, onInconclusive, limits, paused edited: at once; weight"
          + " never drops because of an edit";
  static final String PAUSED =
      "paused: nothing starts, rises or is promoted; clocks stop. Measuring, rollback, repair and"
          + " reverts go on";
  static final String NEW_WHILE_BAKING =
      "new digest while Baking: bake ends early (BakeCut), C0 retires; then the new trial";
  static final String BAD_WHILE_BAKING =
      "bad verdict while Baking: pointer and traffic return to C0, RolledBack";
  static final String AWAY =
      "operator or Prometheus was away: observed windows count; missed windows are fetched and"
          + " judged first; one step per pass";
  static final String NO_DATA =
      "Prometheus unreachable, empty, NaN: weight stays, Holding; at the deadline Inconclusive";
  static final String CRASHES =
      "candidate pods crash, restart too often: NotReady before traffic; no ready pod while it has"
          + " weight: weight 0 at once; restarts over the limit: RolledBack";
  static final String NOT_THE_MODELS_FAULT =
      "quota, scheduling, image pull: NotReady after progressDeadline with the pod's own message;"
          + " later steps: Holding CapacityMissing";
  static final String ROUTE =
      "route not accepted, or traffic does not arrive: Holding RouteNotAccepted / TrafficNotSplit;"
          + " never a rollback; two CRs on one host and path: RouteConflict";
  static final String CONFLICT =
      "child exists and is not ours: Stalled NameConflict, naming kind, object, owner";
  static final String HOLD =
      "hold: nothing starts, rises or is promoted; clocks stop until resume. Measuring, rollback,"
          + " abort, repair and reverts go on";
  static final String ABORT =
      "abort wins from every phase with a candidate; while Baking it returns to the previous"
          + " stable; retry names the finished attempt";
  static final String SKIP = "skip ends the token's step; a stale token does nothing";
  static final String PROMOTE =
      "promote makes the candidate stable before its plan is over: PromotedByCommand; refused while"
          + " an SLI is Fail";
  static final String APPROVALS =
      "approvals: BeforeStart (no pods yet) and BeforePromotion (looks go on) wait for approve";
  static final String COMMAND =
      "a command is latched and answered in the pass that first sees it; a stale or foreign token"
          + " is answered StaleToken and does nothing";
  static final String DELETED = "delete at any time: no finalizer; garbage collection";

  static final List<String> ALL =
      List.of(
          FIRST_REVISION,
          RESTORE,
          THIRD_DIGEST,
          BACK_TO_STABLE,
          FORMER_STABLE,
          STICKS,
          ASKED_AGAIN,
          POLICY_EDITED,
          PLAN_EDITED,
          PAUSED,
          HOLD,
          ABORT,
          SKIP,
          PROMOTE,
          APPROVALS,
          COMMAND,
          NEW_WHILE_BAKING,
          BAD_WHILE_BAKING,
          AWAY,
          NO_DATA,
          CRASHES,
          NOT_THE_MODELS_FAULT,
          ROUTE,
          CONFLICT,
          DELETED);

  private Rows() {}
}
