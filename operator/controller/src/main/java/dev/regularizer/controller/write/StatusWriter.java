package dev.regularizer.controller.write;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.wire.ModelStatusWriter;
import dev.regularizer.controller.wire.RevisionStatusWriter;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.crds.RegularizedModelStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was decided, before anything is done about it. Every write carries the version that
 * was read; a refused one ends the pass and is never repeated with the same content.
 */
public final class StatusWriter {
  private final KubernetesClient client;
  private final Caches caches;
  private final WriteMeter meter;

  public StatusWriter(KubernetesClient client, Caches caches, WriteMeter meter) {
    this.client = client;
    this.caches = caches;
    this.meter = meter;
  }

  /**
   * Revision status, its outcome annotation, model status.
   *
   * @param model as the cluster holds it now
   * @param changed whether anything but figures was written, so that the next pass sees more
   */
  public record Written(RegularizedModel model, boolean changed) {}

  /** Writes a decision's statuses. */
  public Written write(Seen seen, Decision decision) throws StaleReadException {
    var revision = decision.revision() != null && write(seen, decision.revision());
    var status = decision.status();
    if (status == null) {
      return new Written(seen.model(), revision);
    }
    var stored = seen.model().getStatus();
    var next = ModelStatusWriter.write(status);
    if (stored != null && next.equals(refreshed(stored, next.refreshedAt()))) {
      return new Written(seen.model(), revision);
    }
    var before = seen.observations().status();
    return new Written(
        write(seen.model(), next), revision || before == null || transition(before, status));
  }

  private static boolean transition(ModelStatus before, ModelStatus after) {
    return !before.sameButFigures(after);
  }

  private boolean write(Seen seen, Decision.RevisionWrite write) throws StaleReadException {
    var revision = seen.revisions().get(write.name());
    if (revision == null) {
      throw new StaleReadException("ModelRevision " + write.name() + " is not there");
    }
    var next = RevisionStatusWriter.write(write.state());
    var changed = !next.equals(revision.getStatus());
    var current = revision;
    if (changed) {
      var wish = bare(new ModelRevision(), revision);
      wish.setSpec(revision.getSpec());
      wish.setStatus(next);
      current =
          sent(
              "ModelRevision",
              "update",
              () ->
                  client
                      .resource(wish)
                      .lockResourceVersion(revision.getMetadata().getResourceVersion())
                      .updateStatus());
      caches.revisions().wrote(current);
    }
    var outcome = write.state().outcome();
    if (outcome.isPresent()) {
      annotate(current, RevisionStatusWriter.word(outcome.get()));
    }
    return changed;
  }

  /** The outcome outlives the status, which a restore from a backup leaves out. */
  private void annotate(ModelRevision revision, String wish) throws StaleReadException {
    var annotations = revision.getMetadata().getAnnotations();
    var there = annotations == null ? null : annotations.get(Labels.OUTCOME);
    if (Objects.equals(wish, there)) {
      return;
    }
    var patch = mergePatch(revision, wish);
    caches
        .revisions()
        .wrote(
            sent(
                "ModelRevision",
                "patch",
                () ->
                    client.resource(revision).patch(PatchContext.of(PatchType.JSON_MERGE), patch)));
  }

  private String mergePatch(ModelRevision revision, String outcome) {
    return client
        .getKubernetesSerialization()
        .asJson(
            Map.of(
                "metadata",
                Map.of(
                    "resourceVersion",
                    revision.getMetadata().getResourceVersion(),
                    "annotations",
                    Map.of(Labels.OUTCOME, outcome))));
  }

  private RegularizedModel write(RegularizedModel model, RegularizedModelStatus next)
      throws StaleReadException {
    var wish = bare(new RegularizedModel(), model);
    wish.setSpec(model.getSpec());
    wish.setStatus(next);
    var written =
        sent(
            "RegularizedModel",
            "update",
            () ->
                client
                    .resource(wish)
                    .lockResourceVersion(model.getMetadata().getResourceVersion())
                    .updateStatus());
    caches.models().wrote(written);
    return written;
  }

  private <T> T sent(String kind, String verb, Supplier<T> request) throws StaleReadException {
    try {
      var answer = request.get();
      meter.wrote(kind, verb, "changed");
      return answer;
    } catch (KubernetesClientException refused) {
      meter.wrote(kind, verb, Integer.toString(refused.getCode()));
      if (Answers.conflict(refused) || Answers.notFound(refused)) {
        throw new StaleReadException(kind + " was changed by somebody");
      }
      throw refused;
    }
  }

  /** The same object without what the server ignores anyway. */
  private static <T extends HasMetadata> T bare(T copy, T object) {
    copy.setMetadata(object.getMetadata().edit().withManagedFields(List.of()).build());
    return copy;
  }

  private static RegularizedModelStatus refreshed(
      RegularizedModelStatus stored, @Nullable String at) {
    return new RegularizedModelStatus(
        stored.observedGeneration(),
        stored.phase(),
        stored.message(),
        stored.token(),
        stored.replicas(),
        stored.selector(),
        stored.conditions(),
        stored.stable(),
        stored.candidate(),
        stored.previous(),
        stored.requested(),
        stored.regularizers(),
        stored.slis(),
        at,
        stored.command(),
        stored.history());
  }
}
