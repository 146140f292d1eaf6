package dev.regularizer.e2e.demo;

import java.util.List;
import java.util.Optional;

/**
 * One rollout of the demo and how it has to end.
 *
 * @param name of the RegularizedModel
 * @param candidate the model that is tried, a file name in `samples/digits`
 * @param failingSli the SLI that must have decided; empty where none may fail
 * @param outage whether Prometheus is stopped for a while during the trial
 */
public record Scenario(
    String name,
    String title,
    String candidate,
    String outcome,
    Optional<String> failingSli,
    boolean outage) {

  /** The four rollouts, in the order they are told. */
  public static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "better",
              "a better regularized model",
              "better",
              "Promoted",
              Optional.empty(),
              false),
          new Scenario(
              "overconfident",
              "an overconfident model (temperature 0.25)",
              "overconfident",
              "RolledBack",
              Optional.of("calibration"),
              false),
          new Scenario(
              "strict",
              "a confidence threshold that rejects 8 %",
              "strict",
              "RolledBack",
              Optional.of("rejections"),
              false),
          new Scenario(
              "outage",
              "the better model while Prometheus is down",
              "better",
              "Promoted",
              Optional.empty(),
              true));
}
