package dev.regularizer.controller;

import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Whether the cluster serves the resources the operator works with. */
final class ResourceCheck {
  private final KubernetesClient client;

  ResourceCheck(KubernetesClient client) {
    this.client = client;
  }

  /** What is missing and what to do about it; empty when nothing is. */
  Optional<String> missing() {
    try {
      return missing(RegularizedModel.class, "install the CRDs of this operator")
          .or(() -> missing(ModelRevision.class, "install the CRDs of this operator"))
          .or(() -> missing(HTTPRoute.class, "install the Gateway API"));
    } catch (KubernetesClientException unreachable) {
      return Optional.of(
          "the API server at "
              + client.getMasterUrl()
              + " does not answer (status "
              + unreachable.getCode()
              + "); check the kubeconfig and the network");
    }
  }

  private Optional<String> missing(Class<? extends HasMetadata> type, String remedy) {
    return client.supports(type)
        ? Optional.empty()
        : Optional.of(
            "the cluster does not know "
                + HasMetadata.getKind(type)
                + " ("
                + HasMetadata.getApiVersion(type)
                + "); "
                + remedy);
  }
}
