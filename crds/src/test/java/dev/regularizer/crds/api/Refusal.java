package dev.regularizer.crds.api;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** One thing the API server found wrong. */
record Refusal(String field, String message) {

  /** Everything wrong with a request; an error without causes counts as one on no field. */
  static List<Refusal> of(KubernetesClientException e) {
    var status = e.getStatus();
    if (status == null || status.getDetails() == null) {
      return List.of(new Refusal("", String.valueOf(e.getMessage())));
    }
    var causes = status.getDetails().getCauses();
    return causes.isEmpty()
        ? List.of(new Refusal("", String.valueOf(status.getMessage())))
        : causes.stream().map(c -> new Refusal(c.getField(), c.getMessage())).toList();
  }
}
