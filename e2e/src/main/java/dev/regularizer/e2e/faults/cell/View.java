package dev.regularizer.e2e.faults.cell;

import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.crds.RegularizedModelStatus;
import dev.regularizer.e2e.faults.world.Stores;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the API server holds of the model of one namespace. */
record View(Stores stores, String namespace) {
  static final String MODEL = "ic";

  Optional<RegularizedModel> model() {
    return stores.model(namespace, MODEL);
  }

  private Optional<RegularizedModelStatus> status() {
    return model().map(RegularizedModel::getStatus);
  }

  String phase() {
    return status().map(RegularizedModelStatus::phase).orElse("");
  }

  /** Whether the status speaks of the spec as it is. */
  boolean isCurrent() {
    return model()
        .filter(it -> it.getStatus() != null)
        .filter(it ->
            Objects.equals(it.getStatus().observedGeneration(), it.getMetadata().getGeneration()))
        .isPresent();
  }

  /** The version that is stable; empty when there is none. */
  String stable() {
    return status()
        .map(RegularizedModelStatus::stable)
        .map(it -> String.valueOf(it.version()))
        .orElse("");
  }

  boolean hasCandidate() {
    return status().map(RegularizedModelStatus::candidate).isPresent();
  }

  /** The weight on the route of the revision with a version; 0 when there is none. */
  int weight(String version) {
    return revision(version).map(name -> weights().getOrDefault(name, 0)).orElse(0);
  }

  /** Percent by revision name, as the route says. */
  Map<String, Integer> weights() {
    return stores
        .route(namespace, MODEL)
        .map(route ->
            route.getSpec().getRules().getFirst().getBackendRefs().stream()
                .collect(
                    Collectors.toMap(
                        it -> it.getName(), it -> Objects.requireNonNullElse(it.getWeight(), 1))))
        .orElse(Map.of());
  }

  /** Replicas asked for of the revision with a version; 0 when there is no Deployment. */
  int replicas(String version) {
    return revision(version)
        .flatMap(name ->
            deployments().stream()
                .filter(it -> it.getMetadata().getName().equals(name))
                .findFirst())
        .map(it -> it.getSpec().getReplicas())
        .orElse(0);
  }

  private Optional<String> revision(String version) {
    return stores.revisions(namespace).stream()
        .filter(it -> version.equals(version(it)))
        .map(it -> it.getMetadata().getName())
        .findFirst();
  }

  private List<Deployment> deployments() {
    return stores.deployments(namespace);
  }

  /** The resource version of the latest change to anything of the model; 1 before there is one. */
  String newest() {
    return Stream.of(
            model().stream(),
            stores.revisions(namespace).stream(),
            deployments().stream(),
            stores.route(namespace, MODEL).stream(),
            stores.pods(namespace).stream())
        .flatMap(it -> it)
        .map(it -> Long.valueOf(it.getMetadata().getResourceVersion()))
        .max(Comparator.naturalOrder())
        .orElse(1L)
        .toString();
  }

  /** Whether nothing of a deleted model is left. */
  boolean isGone() {
    return model().isEmpty()
        && stores.revisions(namespace).isEmpty()
        && deployments().isEmpty()
        && stores.route(namespace, MODEL).isEmpty()
        && stores.pods(namespace).isEmpty();
  }

  /** Everything that must be the same whatever went wrong in between. */
  String summary() {
    var all = new TreeMap<String, String>();
    for (var revision : stores.revisions(namespace)) {
      var version = String.valueOf(version(revision));
      var status = revision.getStatus();
      all.put(
          version,
          "%s: %s, weight %d, replicas %d"
              .formatted(
                  version,
                  status == null ? "no status" : status.role() + " " + status.outcome(),
                  weight(version),
                  replicas(version)));
    }
    return "%s, stable %s%s | %s"
        .formatted(
            model().isEmpty() ? "gone" : phase(),
            stable(),
            hasCandidate() ? ", a candidate" : "",
            String.join(" | ", all.values()));
  }

  private static @Nullable String version(ModelRevision revision) {
    var model = revision.getSpec().model();
    return model == null ? null : model.version();
  }
}
