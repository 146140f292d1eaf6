package dev.regularizer.testkit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Where each row of {@link Rows} is decided: classes of core's package `rollout`. */
final class RowCode {
  private static final Map<String, List<String>> CLASSES =
      Map.ofEntries(
          entry(Rows.FIRST_REVISION, List.of("Starting", "Activating", "Promoting")),
          entry(Rows.RESTORE, List.of("StableFinder")),
          entry(Rows.THIRD_DIGEST, List.of("Endings", "RollingBack")),
          entry(Rows.BACK_TO_STABLE, List.of("Endings", "RollingBack")),
          entry(Rows.FORMER_STABLE, List.of("FormerStables", "Activating", "Baking")),
          entry(Rows.STICKS, List.of("Starting")),
          entry(Rows.ASKED_AGAIN, List.of("Starting")),
          entry(Rows.POLICY_EDITED, List.of("Rollouts", "Starting")),
          entry(Rows.PLAN_EDITED, List.of("Judge", "Watching")),
          entry(Rows.PAUSED, List.of("Starting", "Preparing", "Stepping", "Judge")),
          entry(Rows.HOLD, List.of("Orders", "Halt", "Clocks")),
          entry(Rows.ABORT, List.of("Orders", "CarryingOut", "Retrying")),
          entry(Rows.SKIP, List.of("Orders", "Obstacles", "CarryingOut")),
          entry(Rows.PROMOTE, List.of("Orders", "Obstacles", "CarryingOut")),
          entry(Rows.APPROVALS, List.of("Approvals", "Orders")),
          entry(Rows.COMMAND, List.of("Answering", "Orders")),
          entry(Rows.NEW_WHILE_BAKING, List.of("Baking")),
          entry(Rows.BAD_WHILE_BAKING, List.of("Baking", "BakeVerdict", "BakeReturn")),
          entry(Rows.AWAY, List.of("Measuring", "TrialWindows", "Judge")),
          entry(Rows.NO_DATA, List.of("Holds", "Inconclusive")),
          entry(Rows.CRASHES, List.of("Readiness", "Stepping", "Baking")),
          entry(Rows.NOT_THE_MODELS_FAULT, List.of("Readiness", "Stepping")),
          entry(Rows.ROUTE, List.of("Stepping", "Holds", "Acceptance")),
          entry(Rows.CONFLICT, List.of("Acceptance", "Rollouts", "Judge")),
          entry(Rows.DELETED, List.of("Rollouts")));

  private RowCode() {}

  /** The classes that decide a row; none for a row nobody has listed yet. */
  static List<String> of(String row) {
    return CLASSES.getOrDefault(row, List.of());
  }
}
