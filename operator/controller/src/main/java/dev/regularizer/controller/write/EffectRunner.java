package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.events.EventRecorder;
import dev.regularizer.controller.observe.NameConflicts;
import dev.regularizer.controller.observe.NameConflicts.Taken;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.traffic.RouteRenderer;
import dev.regularizer.controller.wire.RevisionReader;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.WorkloadRenderer;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Carries out the effects of a decision, in their order. */
public final class EffectRunner {
  private final KubernetesClient client;
  private final Caches caches;
  private final WorkloadRenderer renderer;
  private final NameConflicts conflicts;
  private final EventRecorder events;
  private final Applier applier;
  private final RevisionKeeper revisions;
  private final Remover remover;
  private final RevisionReader reader = new RevisionReader();

  public EffectRunner(
      KubernetesClient client,
      Caches caches,
      NameConflicts conflicts,
      EventRecorder events,
      WriteMeter meter) {
    this.client = client;
    this.caches = caches;
    this.renderer = new WorkloadRenderer(client.getKubernetesSerialization());
    this.conflicts = conflicts;
    this.events = events;
    this.applier = new Applier(client, meter);
    this.revisions = new RevisionKeeper(client, caches, meter);
    this.remover = new Remover(client, caches, applier, meter);
  }

  /**
   * Runs effects until one finds that the pass had read the past.
   *
   * @param written the model after this pass wrote its status
   */
  public void run(Seen seen, RegularizedModel written, List<Effect> effects)
      throws StaleReadException {
    var guard = new QuorumGuard(client, seen, written);
    for (var effect : effects) {
      switch (effect) {
        case Effect.CreateRevision create ->
            named(seen, ModelRevision.class, create.name(), () -> revisions.create(seen, create));
        case Effect.ApplyWorkload(var revision, var replicas) ->
            workload(seen, revision, replicas, guard::modelAndRoute);
        case Effect.ScaleDown(var revision) -> scaleDown(seen, revision, guard::modelAndRoute);
        case Effect.ApplyRoute(var weights, var raises) ->
            route(seen, weights, raises ? guard::modelAndRoute : Fence.NONE);
        case Effect.ApplyStableService(var revision) -> stableService(seen, revision, guard::model);
        case Effect.Prune(var revision) -> remover.remove(seen, revision, guard::modelAndRoute);
        case Effect.Emit emit -> events.emit(seen.model(), emit);
      }
    }
  }

  /** Looks again at names that were taken; whether one of them is free by now. */
  public boolean recheckNames(Seen seen) {
    var freed = false;
    for (var taken : conflicts.due(seen.key())) {
      HasMetadata there =
          client
              .resources(taken.type())
              .inNamespace(seen.key().namespace())
              .withName(taken.name())
              .get();
      if (there == null || seen.owner().owns(there) || seen.owner().mayAdopt(there)) {
        conflicts.resolved(seen.key(), taken);
        freed = true;
      } else {
        conflicts.note(seen.key(), taken, NameTakenException.describe(there));
      }
    }
    return freed;
  }

  /**
   * Brings the children of a revision to their desired state.
   *
   * @param fence asked before the number of pods falls
   */
  private void workload(Seen seen, String revision, int replicas, Fence fence)
      throws StaleReadException {
    var owner = seen.owner();
    revisions.adopt(seen, revision);
    var template = template(seen, revision);
    apply(
        seen,
        renderer.configMap(template, owner),
        caches.configMaps(),
        Applier.Mode.CONFIG_MAP,
        Fence.NONE);
    apply(
        seen,
        renderer.service(template, owner),
        caches.services(),
        Applier.Mode.SERVICE,
        Fence.NONE);
    apply(
        seen,
        renderer.deployment(template, replicas, seen.parsed().spec().progressDeadline(), owner),
        caches.deployments(),
        Applier.Mode.DEPLOYMENT,
        falls(seen, revision, replicas) ? fence : Fence.NONE);
  }

  private boolean falls(Seen seen, String revision, int replicas) {
    return caches
        .deployments()
        .find(seen.key().namespace(), revision)
        .map(there -> there.getSpec().getReplicas())
        .filter(now -> now > replicas)
        .isPresent();
  }

  private void scaleDown(Seen seen, String revision, Fence fence) throws StaleReadException {
    if (caches.deployments().find(seen.key().namespace(), revision).isPresent()) {
      apply(
          seen,
          renderer.deployment(
              template(seen, revision), 0, seen.parsed().spec().progressDeadline(), seen.owner()),
          caches.deployments(),
          Applier.Mode.DEPLOYMENT,
          fence);
    }
  }

  private void stableService(Seen seen, String revision, Fence fence) throws StaleReadException {
    apply(
        seen,
        renderer.stableService(
            seen.parsed().spec().serviceName(),
            seen.parsed().servicePort(),
            template(seen, revision),
            seen.owner()),
        caches.services(),
        Applier.Mode.TRAFFIC,
        fence);
  }

  private void route(Seen seen, Map<String, Integer> weights, Fence fence)
      throws StaleReadException {
    var templates = new ArrayList<RevisionTemplate>();
    for (var name : new TreeSet<>(weights.keySet())) {
      templates.add(template(seen, name));
    }
    apply(
        seen,
        RouteRenderer.render(
            seen.key(), seen.parsed().traffic(), weights, templates, seen.route(), seen.owner()),
        caches.routes(),
        Applier.Mode.TRAFFIC,
        fence);
  }

  private <T extends HasMetadata> void apply(
      Seen seen, T desired, ObjectCache<T> cache, Applier.Mode mode, Fence fence)
      throws StaleReadException {
    named(
        seen,
        desired.getClass(),
        desired.getMetadata().getName(),
        () -> applier.apply(desired, cache, seen.owner(), mode, fence));
  }

  /** Something that fails when a name belongs to somebody else. */
  private interface Naming {
    void run() throws StaleReadException, NameTakenException;
  }

  /** A name that is taken is noted and left alone; the next pass says so in the status. */
  private void named(Seen seen, Class<? extends HasMetadata> type, String name, Naming naming)
      throws StaleReadException {
    var taken = new Taken(type, name);
    if (conflicts.knows(seen.key(), taken)) {
      return;
    }
    try {
      naming.run();
    } catch (NameTakenException conflict) {
      conflicts.note(seen.key(), taken, String.valueOf(conflict.getMessage()));
      throw new StaleReadException(String.valueOf(conflict.getMessage()));
    }
  }

  private RevisionTemplate template(Seen seen, String revision) throws StaleReadException {
    var found = seen.revisions().get(revision);
    if (found == null) {
      throw new StaleReadException("ModelRevision " + revision + " is gone");
    }
    return reader.template(found);
  }
}
