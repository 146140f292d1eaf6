package dev.regularizer.controller.write;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/** What the API server means by a refusal. */
final class Answers {
  private Answers() {}

  /** The object is another one by now than the request said. */
  static boolean conflict(KubernetesClientException refused) {
    return refused.getCode() == HttpURLConnection.HTTP_CONFLICT && !alreadyExists(refused);
  }

  static boolean alreadyExists(KubernetesClientException refused) {
    return refused.getCode() == HttpURLConnection.HTTP_CONFLICT
        && Optional.ofNullable(refused.getStatus())
            .map(status -> "AlreadyExists".equals(status.getReason()))
            .orElse(false);
  }

  static boolean notFound(KubernetesClientException refused) {
    return refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
  }
}
