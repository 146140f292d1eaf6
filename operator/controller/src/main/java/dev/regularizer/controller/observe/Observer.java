package dev.regularizer.controller.observe;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.sampling.Mailbox;
import dev.regularizer.controller.traffic.RouteReader;
import dev.regularizer.controller.wire.ModelReader;
import dev.regularizer.controller.wire.ModelStatusReader;
import dev.regularizer.controller.wire.ParsedModel;
import dev.regularizer.controller.wire.RevisionReader;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.core.command.Command;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.observe.Workload;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads caches and mailbox, nothing else, into one immutable value. */
public final class Observer {
  /** Time a gateway controller has to say something about a route. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Caches caches;
  private final ModelReader models;
  private final Mailbox mailbox;
  private final NameConflicts conflicts;
  private final OperatorConfig config;
  private final RevisionReader reader = new RevisionReader();

  public Observer(
      Caches caches,
      ModelReader models,
      Mailbox mailbox,
      NameConflicts conflicts,
      OperatorConfig config) {
    this.caches = caches;
    this.models = models;
    this.mailbox = mailbox;
    this.conflicts = conflicts;
    this.config = config;
  }

  /** Everything known of a model at one instant. */
  public Seen observe(RegularizedModel model, Instant now) {
    var parsed = models.read(model);
    var key = parsed.spec().key();
    var owner = Owner.of(model);
    var revisions = revisions(key, owner);
    var route = caches.routes().find(key.namespace(), key.name()).filter(owner::owns).orElse(null);
    var observations =
        new Observations(
            parsed.spec(),
            model.getMetadata().getDeletionTimestamp() != null,
            parsed.problems().stream().map(Problem::message).toList(),
            parsed.unserved(),
            ModelStatusReader.read(model.getStatus()),
            revisions.values().stream().map(reader::record).toList(),
            workloads(key, owner),
            route == null ? Route.ABSENT : RouteReader.read(route),
            serving(parsed, owner),
            mailbox.takeLook(key),
            config
                .connection(parsed.spec().policy().connection(), key.namespace())
                .map(it -> new ConnectionTiming(it.scrapeInterval(), it.ingestionLag()))
                .orElse(null),
            mailbox.check(key),
            mailbox.history(key),
            conflicts(parsed, owner, revisions.keySet()),
            rival(model),
            route == null ? List.of() : missing(route, now),
            command(model));
    return new Seen(model, parsed, observations, revisions, route);
  }

  /** The text of the annotation that carries commands. */
  public static @Nullable String command(RegularizedModel model) {
    var annotations = model.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(Command.ANNOTATION);
  }

  private Map<String, ModelRevision> revisions(ModelKey key, Owner owner) {
    return caches.revisions().of(key).stream()
        .filter(it -> owner.owns(it) || owner.mayAdopt(it))
        .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
        .collect(Collectors.toMap(it -> it.getMetadata().getName(), Function.identity()));
  }

  private Map<String, Workload> workloads(ModelKey key, Owner owner) {
    var pods =
        caches.pods().of(key).stream()
            .collect(Collectors.groupingBy(it -> Labels.suffixOf(it).orElse("")));
    var workloads = new HashMap<String, Workload>();
    for (var deployment : caches.deployments().of(key)) {
      if (owner.owns(deployment) || owner.mayAdopt(deployment)) {
        var suffix = Labels.suffixOf(deployment).orElse("");
        workloads.put(
            deployment.getMetadata().getName(),
            WorkloadReader.read(
                deployment, since(deployment, pods.getOrDefault(suffix, List.of()))));
      }
    }
    return workloads;
  }

  /** Pods that an earlier model of the same name left behind are not counted. */
  private static List<Pod> since(Deployment deployment, List<Pod> pods) {
    var created = Instant.parse(deployment.getMetadata().getCreationTimestamp());
    return pods.stream()
        .filter(it -> !Instant.parse(it.getMetadata().getCreationTimestamp()).isBefore(created))
        .toList();
  }

  /** The revision the stable Service selects. */
  private @Nullable String serving(ParsedModel parsed, Owner owner) {
    var key = parsed.spec().key();
    return caches
        .services()
        .find(key.namespace(), parsed.spec().serviceName())
        .filter(owner::owns)
        .flatMap(it -> Optional.ofNullable(it.getSpec().getSelector()))
        .flatMap(it -> Optional.ofNullable(it.get(Labels.REVISION)))
        .map(suffix -> key.name() + "-" + suffix)
        .orElse(null);
  }

  /** What writes ran into, and what carries our labels but belongs to another owner. */
  private List<String> conflicts(ParsedModel parsed, Owner owner, Set<String> revisions) {
    var key = parsed.spec().key();
    var names = new HashSet<>(revisions);
    names.add(key.name());
    names.add(parsed.spec().serviceName());
    var all = new ArrayList<>(conflicts.of(key));
    List.of(
            caches.revisions(),
            caches.deployments(),
            caches.services(),
            caches.configMaps(),
            caches.routes())
        .forEach(cache ->
            cache.of(key).stream()
                .filter(it -> !owner.owns(it) && !owner.mayAdopt(it))
                .filter(it -> names.contains(it.getMetadata().getName()))
                .forEach(it -> all.add(describe(it))));
    return all;
  }

  private static String describe(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName() + ", " + Owner.describe(object);
  }

  private @Nullable String rival(RegularizedModel model) {
    var same =
        RouteClaims.of(model).stream()
            .flatMap(claim -> caches.models().claiming(claim).stream())
            .toList();
    return RouteClaims.rival(model, same)
        .map(it -> it.getMetadata().getNamespace() + "/" + it.getMetadata().getName())
        .orElse(null);
  }

  private static List<String> missing(HTTPRoute route, Instant now) {
    var silentSince = Instant.parse(route.getMetadata().getCreationTimestamp()).plus(SILENCE);
    if (now.isBefore(silentSince)) {
      return List.of();
    }
    return RouteReader.silentParents(route).stream()
        .map(parent ->
            "spec.traffic.gatewayAPI.parentRefs: found "
                + parent
                + ", which no gateway controller answers for; allowed: a Gateway that exists"
                + " and takes routes of this namespace; create it or correct the reference")
        .toList();
  }
}
