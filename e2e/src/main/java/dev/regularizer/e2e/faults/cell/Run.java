package dev.regularizer.e2e.faults.cell;

import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.e2e.faults.plan.Fault;
import dev.regularizer.e2e.faults.plan.Plan;
import dev.regularizer.testkit.history.AuditLog;
import dev.regularizer.testkit.history.HistoryCheck;
import dev.regularizer.testkit.history.Tolerances;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run of a cell in a namespace of its own. */
final class Run {
  /** More than any scenario with any fault may take. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration RESTART = Duration.ofMillis(300);
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Laboratory laboratory;
  private final Cell cell;
  private final String namespace;
  private final Script script;
  private final Plan plan;
  private final View view;
  private final List<String> problems = new ArrayList<>();
  private final Instant began = Instant.now();
  private Instance instance;
  private @Nullable Instance twin;

  Run(Laboratory laboratory, Cell cell, String namespace) {
    this.laboratory = laboratory;
    this.cell = cell;
    this.namespace = namespace;
    script = Script.of(cell.scenario());
    plan = new Plan(cell.faults());
    view = new View(laboratory.world().stores(), namespace);
    instance = new Instance(laboratory, namespace, plan);
  }

  /** Plays the scenario to its end, or until the time is over. */
  Outcome play() throws InterruptedException {
    laboratory.client().resource(namespaceObject()).create();
    laboratory.history().begin(namespace);
    laboratory.world().prometheus().script(namespace, plan::answer);
    try {
      start();
      for (var manifest : script.before()) {
        apply(manifest);
        await(
            "version " + manifest.version() + " installed",
            () ->
                view.isCurrent()
                    && view.phase().equals("UpToDate")
                    && view.stable().equals(manifest.version()));
      }
      plan.arm(view.newest());
      for (var act : script.acts()) {
        await("the moment for version " + act.manifest().version(), () -> act.when().test(view));
        apply(act.manifest());
      }
      await("the scenario's end", () -> script.isOver(view));
      await("quiet", this::isQuiet);
    } catch (TooLateException late) {
      problems.add(String.valueOf(late.getMessage()));
    } finally {
      instance.abandon();
      if (twin != null) {
        twin.abandon();
      }
      laboratory.world().prometheus().forget(namespace);
    }
    var outcome = outcome();
    laboratory.client().resource(namespaceObject()).delete();
    return outcome;
  }

  private Outcome outcome() {
    var writes =
        laboratory.history().end(namespace).stream()
            .flatMap(line -> AuditLog.read(line).stream())
            .toList();
    if (writes.isEmpty()) {
      problems.add("the API server's audit log tells nothing of " + namespace);
    }
    HistoryCheck.of(Set.of(Laboratory.OPERATOR))
        .tolerating(tolerances())
        .violations(writes)
        .forEach(violation -> problems.add(violation.toString()));
    return new Outcome(
        cell,
        plan.left(),
        view.summary(),
        problems,
        Duration.between(began, Instant.now()),
        plan.writes(),
        plan.events(),
        writes.size());
  }

  private Tolerances tolerances() {
    var outage = cell.faults().stream().map(Fault::outage).reduce(Duration.ZERO, Duration::plus);
    return Tolerances.healthy().hurried().withOutage(outage);
  }

  private boolean isQuiet() {
    return plan.lastWrite().plus(QUIET).isBefore(Instant.now()) && script.isOver(view);
  }

  private void await(String what, BooleanSupplier come)
      throws InterruptedException, TooLateException {
    while (!come.getAsBoolean()) {
      if (Instant.now().isAfter(began.plus(LIMIT))) {
        throw new TooLateException(
            "waited %d s for %s; there is: %s".formatted(LIMIT.toSeconds(), what, view.summary()));
      }
      if (instance.awaitKill(BETWEEN_LOOKS)) {
        restart();
      }
      plan.nextForTheWorld().ifPresent(this::meddle);
    }
  }

  private void meddle(Fault fault) {
    if (fault.edit().isEmpty()) {
      twin = new Instance(laboratory, namespace, plan);
      twin.start();
    } else {
      new Meddler(laboratory.client(), namespace).edit(fault.edit());
    }
  }

  /** What a Deployment does when its process has died. */
  private void restart() throws InterruptedException {
    instance.abandon();
    Thread.currentThread().join(RESTART);
    instance = new Instance(laboratory, namespace, plan);
    start();
  }

  private void start() throws InterruptedException {
    try {
      instance.start();
    } catch (RuntimeException notNow) {
      if (Instant.now().isAfter(began.plus(LIMIT))) {
        return;
      }
      restart();
    }
  }

  private void apply(Manifest manifest) {
    if (manifest.equals(Manifest.NONE)) {
      laboratory
          .client()
          .resources(RegularizedModel.class)
          .inNamespace(namespace)
          .withName(View.MODEL)
          .delete();
      return;
    }
    laboratory
        .client()
        .resource(Serialization.unmarshal(manifest.yaml(namespace), RegularizedModel.class))
        .forceConflicts()
        .serverSideApply();
  }

  private Namespace namespaceObject() {
    return new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build();
  }

  private static final class TooLateException extends Exception {
    private static final long serialVersionUID = 1;

    TooLateException(String message) {
      super(message);
    }
  }
}
