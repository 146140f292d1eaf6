package dev.regularizer.core.rollout;

/**
 * Why something was decided. The same word reaches condition, Event, log line, metric and
 * transcript, so a name that was once released never changes.
 */
public enum Reason {
  /** The first revision serves. */
  Installed,
  /** A revision was accepted and its objects are being made. */
  RevisionAccepted,
  /** Pods of a revision are not ready yet. */
  AwaitingPods,
  /** Stable's history is being read before the first weight. */
  ReadingHistory,
  /** A weight was decided and is being put in force. */
  StepStarted,
  /** A step's weight is in force and measured. */
  Measuring,
  /** All gates met. */
  Promoted,
  /** Promoted at the deadline because the user's policy says so. */
  PromotedByPolicy,
  /** Promoted by a person before its plan was finished. */
  PromotedByCommand,
  /** The old stable stays warm while the new one is watched. */
  Baking,
  /** The bake ended well. */
  BakeCompleted,
  /** A new revision ended the bake early. */
  BakeCut,
  /** A bad verdict while baking: the previous stable serves again. */
  BakeReturn,
  /** An SLI failed. */
  SliFailed,
  /** No SLI failed alone, but all together did. */
  CombinedEvidence,
  /** Candidate containers restarted too often. */
  RestartsExceeded,
  /** The candidate had more bad events than `rollout.limits.badEvents`. */
  BadEventsExceeded,
  /** Pods were not ready within progressDeadline. */
  ProgressDeadlineExceeded,
  /** The spec asks for another revision. */
  Superseded,
  /** The spec went back to a revision that serves or served. */
  Reverted,
  /** SLIs or risk were edited: evidence starts anew. */
  PolicyChanged,
  /** The deadline passed without a verdict. */
  Inconclusive,
  /** The spec's revision is what serves. */
  UpToDate,
  /** The revision was rolled back earlier and stays so. */
  RolledBack,
  /** The revision never became ready and is not tried again. */
  NotReady,
  /** `spec.paused` is set. */
  Paused,
  /** People on call hold the trial. */
  HeldByCommand,
  /** A person has to approve before anything goes on. */
  AwaitingApproval,
  /** A person ended the trial or the bake. */
  Aborted,
  /** A person ended a step before its time was over. */
  Skipped,
  /** A command was answered. */
  CommandAnswered,
  /** Prometheus does not answer. */
  PrometheusUnreachable,
  /** Prometheus answers without samples of this model. */
  NoData,
  /** Samples that cannot be counted. */
  InvalidSamples,
  /** Stable misses the objective too. */
  CommonCause,
  /** The gateway did not accept the route. */
  RouteNotAccepted,
  /** The route is accepted but the candidate gets no requests. */
  TrafficNotSplit,
  /** Pods for the next weight cannot be had. */
  CapacityMissing,
  /** No ready candidate pod: its traffic goes to stable. */
  CandidateUnavailable,
  /** No ready pod of stable: the candidate gets its traffic until one is. */
  StableUnavailable,
  /** An object with a name we need belongs to somebody else. */
  NameConflict,
  /** Another model already serves the same host and path. */
  RouteConflict,
  /** The API server refuses the pod template. */
  TemplateRefused,
  /** The spec is not acceptable. */
  SpecRefused,
  /** The model server of the spec's preset does not export what an SLI is counted from. */
  SliNotServed,
  /** The spec names a Prometheus connection that is not configured. */
  UnknownConnection,
  /** A policy that cannot be expected to succeed at the measured traffic before its deadline. */
  PolicyOutOfReach,
  /** Something the model needs does not exist in the cluster, such as its Gateway. */
  DependencyMissing,
  /** Several revisions could be stable and none can be told to be. */
  StableUnclear,
  /** The model is being deleted. */
  Deleting
}
