package dev.regularizer.controller.sampling;

import dev.regularizer.controller.observe.NameConflicts;
import dev.regularizer.controller.observe.NameConflicts.Taken;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.workload.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Whether Service and route of a new model could be made at all. Their names are needed last, when
 * the pods are running already; a user should hear of a clash before anything is created.
 */
final class NameCheck {
  private final KubernetesClient client;
  private final NameConflicts conflicts;

  NameCheck(KubernetesClient client, NameConflicts conflicts) {
    this.client = client;
    this.conflicts = conflicts;
  }

  /** Looks at names no object of ours carries yet; whether one of them is taken. */
  boolean findsTaken(Seen seen) {
    var taken = false;
    if (seen.observations().serving() == null) {
      taken = isTaken(seen, new Taken(Service.class, seen.parsed().spec().serviceName()));
    }
    if (seen.route() == null) {
      taken |= isTaken(seen, new Taken(HTTPRoute.class, seen.key().name()));
    }
    return taken;
  }

  private boolean isTaken(Seen seen, Taken name) {
    HasMetadata there =
        client
            .resources(name.type())
            .inNamespace(seen.key().namespace())
            .withName(name.name())
            .get();
    if (there == null || seen.owner().owns(there) || seen.owner().mayAdopt(there)) {
      return false;
    }
    conflicts.note(
        seen.key(), name, there.getKind() + " " + name.name() + ", " + Owner.describe(there));
    return true;
  }
}
