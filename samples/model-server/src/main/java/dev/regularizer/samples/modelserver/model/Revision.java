package dev.regularizer.samples.modelserver.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the operator says about the revision that a pod serves.
 *
 * @param model name of the RegularizedModel
 * @param hash identifies the revision, also in the header x-model-revision
 * @param regularizers as declared in the RegularizedModel
 * @param text the whole file: equal for all pods of the revision, different for others
 */
public record Revision(String model, String hash, List<Declared> regularizers, String text) {
  /** Reads the file that the operator mounts into every pod of a revision. */
  public static Revision read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InvalidFileException(
          file.toString(),
          "no readable file (" + e.getClass().getSimpleName() + ")",
          "mount the revision there or unset REGULARIZER_REVISION_FILE");
    }
  }

  /** Parses the content of a revision file; the name of the file is for messages. */
  public static Revision parse(String file, String text) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidFileException(file, "no JSON", "write a JSON document");
    }
    var hash = json.path("revision").asText();
    if (hash.isEmpty()) {
      throw new InvalidFileException(file, "no revision", "add the name of the revision");
    }
    return new Revision(
        json.path("model").asText(), hash, Declared.list(file, json.path("regularizers")), text);
  }

  /** Stands for a server that was started by hand, without an operator. */
  public static Revision undeclared(String model) {
    return new Revision(model, "undeclared", List.of(), "");
  }
}
