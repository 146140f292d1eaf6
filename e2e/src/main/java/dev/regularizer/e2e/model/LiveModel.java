package dev.regularizer.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.e2e.cluster.Cluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One RegularizedModel in the cluster, applied, changed and watched the way a user does it. */
public final class LiveModel {
  private static final String API = "regularizer.dev/v1alpha1";

  private final Cluster cluster;
  private final String namespace;
  private final String name;
  private final KubernetesSerialization json;

  public LiveModel(Cluster cluster, String namespace, String name) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.name = name;
    this.json = cluster.client().getKubernetesSerialization();
  }

  public String name() {
    return name;
  }

  public String namespace() {
    return namespace;
  }

  /** Server-side apply, as `kubectl apply --server-side` does it. */
  public ModelView apply(ModelManifest manifest) {
    GenericKubernetesResource object =
        json.unmarshal(manifest.yaml(), GenericKubernetesResource.class);
    object.getMetadata().setNamespace(namespace);
    return view(
        cluster
            .client()
            .resource(object)
            .inNamespace(namespace)
            .fieldManager("kubectl")
            .forceConflicts()
            .serverSideApply());
  }

  /** The object as it is now. */
  public ModelView view() {
    var found = resource().get();
    if (found == null) {
      throw new IllegalStateException("there is no RegularizedModel " + namespace + "/" + name);
    }
    return view(found);
  }

  /** Waits, by watching, until the model is as wanted and gives what was seen then. */
  public ModelView await(String what, Duration limit, Predicate<ModelView> wanted) {
    try {
      return view(
          resource()
              .waitUntilCondition(
                  found -> found != null && wanted.test(view(found)),
                  limit.toMillis(),
                  TimeUnit.MILLISECONDS));
    } catch (KubernetesClientTimeoutException e) {
      var now = view();
      throw new AssertionError(
          "%s/%s: waited %d s for %s; it is in phase %s: %s%n%s"
              .formatted(
                  namespace,
                  name,
                  limit.toSeconds(),
                  what,
                  now.phase(),
                  now.message(),
                  now.object().path("status").toPrettyString()),
          e);
    }
  }

  /** Waits until the spec as it is now is what serves and nothing is left to do. */
  public ModelView awaitUpToDate(Duration limit) {
    return await(
        "UpToDate", limit, seen -> seen.upToDateWithSpec() && seen.phase().equals("UpToDate"));
  }

  /** Every revision of this model, the oldest first. */
  public List<RevisionView> revisions() {
    return cluster
        .client()
        .genericKubernetesResources(API, "ModelRevision")
        .inNamespace(namespace)
        .withLabel("regularizer.dev/model", name)
        .list()
        .getItems()
        .stream()
        .map(this::revisionView)
        .sorted()
        .toList();
  }

  /** One revision, which must exist. */
  public RevisionView revision(String revision) {
    return revisions().stream()
        .filter(each -> each.name().equals(revision))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no ModelRevision " + revision));
  }

  /** Waits, by watching, until a revision is as wanted. */
  public RevisionView awaitRevision(
      String revision, String what, Duration limit, Predicate<RevisionView> wanted) {
    var resource =
        cluster
            .client()
            .genericKubernetesResources(API, "ModelRevision")
            .inNamespace(namespace)
            .withName(revision);
    try {
      return revisionView(
          resource.waitUntilCondition(
              found -> found != null && wanted.test(revisionView(found)),
              limit.toMillis(),
              TimeUnit.MILLISECONDS));
    } catch (KubernetesClientTimeoutException e) {
      throw new AssertionError(
          "ModelRevision %s/%s: waited %d s for %s"
              .formatted(namespace, revision, limit.toSeconds(), what),
          e);
    }
  }

  /** The suffix of the revision that the model's Service selects. */
  public String serviceLeadsTo() {
    return cluster
        .client()
        .services()
        .inNamespace(namespace)
        .withName(name)
        .require()
        .getSpec()
        .getSelector()
        .getOrDefault("regularizer.dev/revision", "");
  }

  public void delete() {
    resource().delete();
  }

  private Resource<GenericKubernetesResource> resource() {
    return cluster
        .client()
        .genericKubernetesResources(API, "RegularizedModel")
        .inNamespace(namespace)
        .withName(name);
  }

  private RevisionView revisionView(GenericKubernetesResource found) {
    return new RevisionView(json.convertValue(found, JsonNode.class));
  }

  private ModelView view(GenericKubernetesResource found) {
    return new ModelView(json.convertValue(found, JsonNode.class));
  }
}
