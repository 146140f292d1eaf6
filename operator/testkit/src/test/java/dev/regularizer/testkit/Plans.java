package dev.regularizer.testkit;

import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Edits of a rollout plan. */
final class Plans {
  private Plans() {}

  static UnaryOperator<RolloutSpec> deadline(Duration next) {
    return plan ->
        new RolloutSpec(
            plan.steps(),
            next,
            plan.bake(),
            plan.drain(),
            plan.onInconclusive(),
            plan.restartsLimit(),
            plan.rollbackWindow(),
            plan.badEventsLimit());
  }

  static UnaryOperator<RolloutSpec> bake(Duration next) {
    return plan ->
        new RolloutSpec(
            plan.steps(),
            plan.deadline(),
            next,
            plan.drain(),
            plan.onInconclusive(),
            plan.restartsLimit(),
            plan.rollbackWindow(),
            plan.badEventsLimit());
  }

  static UnaryOperator<RolloutSpec> onInconclusive(OnInconclusive next) {
    return plan ->
        new RolloutSpec(
            plan.steps(),
            plan.deadline(),
            plan.bake(),
            plan.drain(),
            next,
            plan.restartsLimit(),
            plan.rollbackWindow(),
            plan.badEventsLimit());
  }

  static UnaryOperator<RolloutSpec> restarts(int next) {
    return plan ->
        new RolloutSpec(
            plan.steps(),
            plan.deadline(),
            plan.bake(),
            plan.drain(),
            plan.onInconclusive(),
            next,
            plan.rollbackWindow(),
            plan.badEventsLimit());
  }

  static UnaryOperator<RolloutSpec> rollbackWindow(int next) {
    return plan ->
        new RolloutSpec(
            plan.steps(),
            plan.deadline(),
            plan.bake(),
            plan.drain(),
            plan.onInconclusive(),
            plan.restartsLimit(),
            next,
            plan.badEventsLimit());
  }
}
