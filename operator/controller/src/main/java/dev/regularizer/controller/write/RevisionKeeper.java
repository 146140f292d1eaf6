package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.wire.RevisionWriter;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.crds.ModelRevision;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;

/** Creates ModelRevisions, and takes over those that a restore left without owner. */
final class RevisionKeeper {
  private final KubernetesClient client;
  private final Caches caches;
  private final WriteMeter meter;
  private final RevisionWriter writer = new RevisionWriter();

  RevisionKeeper(KubernetesClient client, Caches caches, WriteMeter meter) {
    this.client = client;
    this.caches = caches;
    this.meter = meter;
  }

  void create(Seen seen, Effect.CreateRevision effect)
      throws StaleReadException, NameTakenException {
    var wish = writer.create(effect, seen.parsed(), seen.owner());
    try {
      caches.revisions().wrote(client.resource(wish).create());
      meter.wrote("ModelRevision", "create", "changed");
    } catch (KubernetesClientException refused) {
      meter.wrote("ModelRevision", "create", Integer.toString(refused.getCode()));
      if (!Answers.alreadyExists(refused)) {
        throw refused;
      }
      found(seen, wish);
    }
  }

  /** It was created before and the watch is late, or it belongs to somebody else. */
  private void found(Seen seen, ModelRevision wish) throws StaleReadException, NameTakenException {
    ModelRevision there = client.resource(wish).get();
    if (there == null) {
      throw new StaleReadException("ModelRevision came and went");
    }
    Applier.requireOurs(there, seen.owner());
    caches.revisions().wrote(there);
  }

  /** Makes the model the owner of a revision that has none. */
  void adopt(Seen seen, String name) throws StaleReadException {
    var revision = seen.revisions().get(name);
    if (revision == null || seen.owner().owns(revision)) {
      return;
    }
    var patch =
        client
            .getKubernetesSerialization()
            .asJson(
                Map.of(
                    "metadata",
                    Map.of(
                        "resourceVersion",
                        revision.getMetadata().getResourceVersion(),
                        "ownerReferences",
                        List.of(seen.owner().reference()))));
    try {
      caches
          .revisions()
          .wrote(client.resource(revision).patch(PatchContext.of(PatchType.JSON_MERGE), patch));
      meter.wrote("ModelRevision", "patch", "changed");
    } catch (KubernetesClientException refused) {
      meter.wrote("ModelRevision", "patch", Integer.toString(refused.getCode()));
      if (Answers.conflict(refused)) {
        throw new StaleReadException("ModelRevision " + name + " is newer");
      }
      throw refused;
    }
  }
}
