package dev.regularizer.controller.observe;

import dev.regularizer.controller.wire.ParsedModel;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pass has read: for the decision, and the objects themselves for conditional writes.
 *
 * @param revisions by name
 * @param route null when there is none
 */
public record Seen(
    RegularizedModel model,
    ParsedModel parsed,
    Observations observations,
    Map<String, ModelRevision> revisions,
    @Nullable HTTPRoute route) {
  public Seen {
    revisions = Map.copyOf(revisions);
  }

  public ModelKey key() {
    return parsed.spec().key();
  }

  public Owner owner() {
    return Owner.of(model);
  }
}
