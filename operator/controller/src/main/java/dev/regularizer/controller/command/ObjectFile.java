package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads one Kubernetes object as YAML or JSON, as kubectl prints it. */
final class ObjectFile {
  private ObjectFile() {}

  static <T extends HasMetadata> T read(String file, InputStream in, Class<T> type)
      throws BadInputException {
    var where = file.equals("-") ? "standard input" : file;
    var kind = type.getSimpleName();
    try {
      var text =
          file.equals("-")
              ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      var json = new KubernetesSerialization();
      var found = json.unmarshal(text, JsonNode.class);
      var word = found == null ? "" : found.path("kind").asText();
      if (!kind.equals(word)) {
        throw new BadInputException(where + ": found kind \"" + word + "\"; allowed is " + kind);
      }
      return json.convertValue(found, type);
    } catch (IOException unreadable) {
      throw new BadInputException(
          where
              + ": cannot be read ("
              + unreadable.getClass().getSimpleName()
              + "); give a file with a "
              + kind);
    } catch (RuntimeException malformed) {
      throw new BadInputException(
          where
              + ": found no "
              + kind
              + " ("
              + firstLine(malformed)
              + "); allowed is the YAML that kubectl get "
              + kind.toLowerCase(Locale.ROOT)
              + " NAME -o yaml prints");
    }
  }

  static String firstLine(Throwable thrown) {
    var cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
