package dev.regularizer.controller.write;

import dev.regularizer.controller.observe.Seen;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server itself, not a cache, whether model and route are still what the pass read.
 * Before anything that could hurt if it were done on the past.
 */
final class QuorumGuard {
  private final KubernetesClient client;
  private final Seen seen;
  private final RegularizedModel written;
  private boolean modelChecked;
  private boolean routeChecked;

  /**
   * A guard for one pass.
   *
   * @param written the model after this pass wrote its status
   */
  QuorumGuard(KubernetesClient client, Seen seen, RegularizedModel written) {
    this.client = client;
    this.seen = seen;
    this.written = written;
  }

  void model() throws StaleReadException {
    if (!modelChecked) {
      require("RegularizedModel", written, client.resource(written).get());
      modelChecked = true;
    }
  }

  void modelAndRoute() throws StaleReadException {
    model();
    var route = seen.route();
    if (route != null && !routeChecked) {
      require("HTTPRoute", route, client.resource(route).get());
      routeChecked = true;
    }
  }

  private static void require(String kind, HasMetadata read, @Nullable HasMetadata now)
      throws StaleReadException {
    if (now == null
        || !now.getMetadata()
            .getResourceVersion()
            .equals(read.getMetadata().getResourceVersion())) {
      throw new StaleReadException(kind + " " + read.getMetadata().getName() + " is newer");
    }
  }
}
