package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.observe.Seen;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Deletes the objects of a revision, each only if it is the very one that was seen. */
final class Remover {
  private final KubernetesClient client;
  private final Caches caches;
  private final Applier applier;
  private final WriteMeter meter;

  Remover(KubernetesClient client, Caches caches, Applier applier, WriteMeter meter) {
    this.client = client;
    this.caches = caches;
    this.applier = applier;
    this.meter = meter;
  }

  /** The ModelRevision goes last: until then a crash leaves something that names the rest. */
  void remove(Seen seen, String revision, Fence fence) throws StaleReadException {
    remove(seen, revision, caches.deployments(), fence);
    remove(seen, revision, caches.services(), fence);
    remove(seen, revision, caches.configMaps(), fence);
    remove(seen, revision, caches.revisions(), fence);
  }

  private <T extends HasMetadata> void remove(
      Seen seen, String name, ObjectCache<T> cache, Fence fence) throws StaleReadException {
    var there = cache.find(seen.key().namespace(), name).filter(seen.owner()::owns).orElse(null);
    if (there == null || there.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    fence.check();
    try {
      delete(client, there);
      meter.wrote(there.getKind(), "delete", "changed");
    } catch (KubernetesClientException refused) {
      meter.wrote(there.getKind(), "delete", Integer.toString(refused.getCode()));
      if (Answers.conflict(refused)) {
        throw new StaleReadException(there.getKind() + " " + name + " is newer");
      }
      if (!Answers.notFound(refused)) {
        throw refused;
      }
    }
    applier.forget(there);
    cache.deleted(there);
  }

  /** Deletes an object only if it is still the one that was seen. */
  static void delete(KubernetesClient client, HasMetadata seen) {
    var metadata = seen.getMetadata();
    client.raw(
        path(seen),
        "DELETE",
        new DeleteOptionsBuilder()
            .withPropagationPolicy("Background")
            .withNewPreconditions(metadata.getResourceVersion(), metadata.getUid())
            .build());
  }

  /** The client's own delete knows no uid precondition. */
  private static String path(HasMetadata object) {
    var version = object.getApiVersion();
    return (version.contains("/") ? "/apis/" : "/api/")
        + version
        + "/namespaces/"
        + object.getMetadata().getNamespace()
        + "/"
        + HasMetadata.getPlural(object.getClass())
        + "/"
        + object.getMetadata().getName();
  }
}
