package dev.regularizer.testkit;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import java.util.EnumSet;
import java.util.Set;

/**
 * What tools are meant to read in a status, by the design's table of phases: written apart from the
 * rules of the conditions, so that the two can differ.
 */
final class Intended {
  /** Somebody has to act: waiting alone changes nothing. */
  private static final Set<Reason> STUCK =
      EnumSet.of(
          Reason.Inconclusive,
          Reason.NameConflict,
          Reason.StableUnclear,
          Reason.SpecRefused,
          Reason.SliNotServed,
          Reason.RouteConflict,
          Reason.TemplateRefused,
          Reason.UnknownConnection);

  private Intended() {}

  static KStatus of(Phase phase, Reason reason) {
    return switch (phase.text()) {
      case "Pending", "Progressing", "AwaitingApproval", "Promoting", "RollingBack" ->
          KStatus.IN_PROGRESS;
      case "Holding" -> STUCK.contains(reason) ? KStatus.FAILED : KStatus.IN_PROGRESS;
      case "Baking", "UpToDate" -> STUCK.contains(reason) ? KStatus.FAILED : KStatus.CURRENT;
      case "RolledBack", "Refused" -> KStatus.FAILED;
      default -> throw new AssertionError("no intention for phase " + phase.text());
    };
  }
}
