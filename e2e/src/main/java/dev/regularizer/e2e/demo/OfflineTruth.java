package dev.regularizer.e2e.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What was measured of a model on all held-out images when it was trained.
 *
 * @param calibrationError of the predictions that are served
 * @param rejectionRate share of the images it turns away
 */
public record OfflineTruth(double calibrationError, double rejectionRate) {

  /** Reads it from the model's file. */
  public static OfflineTruth of(Path repository, String model) {
    var file = repository.resolve("samples/digits/models/" + model + ".json");
    try {
      var offline = new JsonMapper().readTree(file.toFile()).path("offline");
      return new OfflineTruth(
          offline.required("servedEce").asDouble(), offline.required("rejectionRate").asDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
