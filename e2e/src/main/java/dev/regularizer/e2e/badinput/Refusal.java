package dev.regularizer.e2e.badinput;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One thing the API server found wrong.
 *
 * @param field where, as the server names it; empty where it names no field
 * @param message in the server's words
 */
record Refusal(String field, String message) {
  /** What the decoder of the server says of a field, and where it is. */
  private static final Pattern DECODED =
      Pattern.compile("(?:unknown|duplicate) field \"([^\"]+)\"");

  /** An admission policy names the field in its message. */
  private static final Pattern DENIED =
      Pattern.compile("denied request: (.+?): (found .*)", Pattern.DOTALL);

  /** Beside mistakes of form, the server says that it has not looked at the rules yet. */
  private static final String REST = "some validation rules were not checked";

  /** Everything wrong with a request. */
  static List<Refusal> of(KubernetesClientException refused) {
    var status = refused.getStatus();
    if (status == null) {
      return List.of(new Refusal("", String.valueOf(refused.getMessage())));
    }
    var causes = status.getDetails() == null ? null : status.getDetails().getCauses();
    return causes == null || causes.isEmpty()
        ? read(String.valueOf(status.getMessage()))
        : causes.stream()
            .filter(cause -> !String.valueOf(cause.getMessage()).contains(REST))
            .flatMap(cause -> of(cause).stream())
            .toList();
  }

  private static List<Refusal> of(StatusCause cause) {
    var message = String.valueOf(cause.getMessage());
    var field = Objects.requireNonNullElse(cause.getField(), "");
    return field.isEmpty() ? read(message) : List.of(new Refusal(field, message));
  }

  private static List<Refusal> read(String message) {
    var denied = DENIED.matcher(message);
    if (denied.find()) {
      return List.of(new Refusal(denied.group(1), denied.group(2)));
    }
    var decoded = DECODED.matcher(message).results().map(Refusal::decoded).toList();
    return decoded.isEmpty() ? List.of(new Refusal("", message)) : decoded;
  }

  private static Refusal decoded(MatchResult found) {
    return new Refusal(found.group(1), found.group());
  }

  /** Whether the server says where the mistake is. */
  boolean hasField() {
    return !field.isEmpty() && !field.equals("<nil>");
  }
}
