package dev.regularizer.testkit;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.testkit.history.CommittedWrite;
import dev.regularizer.testkit.history.ObjectKey;
import dev.regularizer.testkit.history.WriteVerb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an API server would have committed in a simulation, write by write. */
public final class SimulatedHistory {
  /** Who the operator is in the record. */
  public static final String OPERATOR = "operator";

  private static final String NAMESPACE = "simulated";
  private static final String USER = "user";
  private static final String KUBELET = "kubelet";

  private final List<CommittedWrite> writes = new ArrayList<>();
  private final Map<ObjectKey, JsonObject> stored = new HashMap<>();
  private final Map<ObjectKey, Long> versions = new HashMap<>();
  private final Map<String, Integer> ready = new HashMap<>();
  private Map<String, Integer> weights = Map.of();
  private String model = "";
  private @Nullable ModelSpec spec;
  private @Nullable String command;
  private long version;
  private Instant now = Instant.EPOCH;

  /** All writes so far, in order. */
  public List<CommittedWrite> writes() {
    return List.copyOf(writes);
  }

  /** One pass: what happened before it, then what it wrote. */
  void passed(Instant at, Observations seen, Decision decision) {
    now = at;
    if (!seen.spec().equals(spec) || !Objects.equals(seen.command(), command)) {
      edited(seen.spec(), seen.command());
    }
    if (seen.status() == null
        && stored.getOrDefault(model(), JsonObject.of()).find("status").isPresent()) {
      status(USER, model(), JsonObject.of());
    }
    observed(seen);
    decided(decision);
  }

  private void edited(ModelSpec next, @Nullable String text) {
    spec = next;
    command = text;
    model = next.key().name();
    var object = HistoryObjects.model(next, text);
    var status = stored.getOrDefault(model(), JsonObject.of()).find("status");
    put(USER, model(), "", status.map(old -> object.with("status", old)).orElse(object), object);
  }

  /** What the cluster did by itself, or somebody to it, since the last pass. */
  private void observed(Observations seen) {
    seen.workloads()
        .forEach((name, workload) -> {
          if (!Integer.valueOf(workload.ready()).equals(ready.put(name, workload.ready()))) {
            status(KUBELET, key("deployments", name), HistoryObjects.ready(workload.ready()));
          }
        });
    var routed = seen.route().weights();
    if (!routed.equals(weights) && !routed.isEmpty()) {
      route(USER, routed);
    }
  }

  /** What a pass wrote, in its order: revision, model, effects. */
  private void decided(Decision decision) {
    var revision = decision.revision();
    if (revision != null) {
      status(
          OPERATOR,
          key("modelrevisions", revision.name()),
          HistoryObjects.revision(revision.state()));
    }
    var status = decision.status();
    if (status != null) {
      status(OPERATOR, model(), HistoryObjects.status(status));
    }
    decision.effects().forEach(this::done);
  }

  private void done(Effect effect) {
    switch (effect) {
      case Effect.CreateRevision create -> child("modelrevisions", create.name(), JsonObject.of());
      case Effect.ApplyWorkload apply -> scaled(apply.revision(), apply.replicas());
      case Effect.ScaleDown down -> {
        if (stored.containsKey(key("deployments", down.revision()))) {
          scaled(down.revision(), 0);
        }
      }
      case Effect.ApplyRoute route -> {
        if (!route.weights().equals(weights)) {
          route(OPERATOR, route.weights());
        }
      }
      case Effect.ApplyStableService service ->
          child("services", model, HistoryObjects.service(service.revision()));
      case Effect.Prune prune -> {
        delete(key("deployments", prune.revision()));
        delete(key("modelrevisions", prune.revision()));
      }
      case Effect.Emit _ -> {}
    }
  }

  private void scaled(String revision, int replicas) {
    child("deployments", revision, HistoryObjects.deployment(revision, replicas));
  }

  private void route(String user, Map<String, Integer> split) {
    weights = Map.copyOf(split);
    var object = HistoryObjects.owned(model, model).with("spec", HistoryObjects.route(split));
    put(user, key("httproutes", model), "", object, object);
  }

  /** Applies a child; nothing is written when nothing changes. */
  private void child(String resource, String name, JsonObject spec) {
    var key = key(resource, name);
    var known = stored.getOrDefault(key, JsonObject.of());
    if (!known.isEmpty() && known.object("spec").orElse(JsonObject.of()).equals(spec)) {
      return;
    }
    var object = HistoryObjects.owned(model, name).with("spec", spec);
    put(
        OPERATOR,
        key,
        "",
        known.find("status").map(old -> object.with("status", old)).orElse(object),
        object);
  }

  private void status(String user, ObjectKey key, JsonObject status) {
    var object = stored.getOrDefault(key, JsonObject.of()).with("status", status);
    put(user, key, "status", object, object);
  }

  private void put(
      String user, ObjectKey key, String subresource, JsonObject object, JsonObject request) {
    var old = versions.getOrDefault(key, 0L);
    var verb =
        old == 0 ? WriteVerb.CREATE : subresource.isEmpty() ? WriteVerb.PATCH : WriteVerb.UPDATE;
    version++;
    versions.put(key, version);
    stored.put(key, object);
    writes.add(
        new CommittedWrite(now, user, verb, key, subresource, old, version, request, object));
  }

  private void delete(ObjectKey key) {
    if (stored.remove(key) != null) {
      ready.remove(key.name());
      var old = versions.remove(key);
      writes.add(
          new CommittedWrite(
              now,
              OPERATOR,
              WriteVerb.DELETE,
              key,
              "",
              old == null ? 0 : old,
              0,
              HistoryObjects.options(key.name()),
              JsonObject.of()));
    }
  }

  private ObjectKey model() {
    return key("regularizedmodels", model);
  }

  private static ObjectKey key(String resource, String name) {
    return new ObjectKey(resource, NAMESPACE, name);
  }
}
