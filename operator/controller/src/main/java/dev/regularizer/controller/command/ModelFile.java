package dev.regularizer.controller.command;

import dev.regularizer.controller.wire.ModelReader;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A RegularizedModel as people keep it in Git, or as kubectl prints it. */
final class ModelFile {
  private ModelFile() {}

  /**
   * Reads the spec, with all defaults resolved.
   *
   * @param namespace of the samples; empty means the object's own
   * @param scrapes scrape interval, which the default of `window` depends on
   */
  static ModelSpec read(String file, InputStream in, Optional<String> namespace, Duration scrapes)
      throws BadInputException {
    var where = file.equals("-") ? "standard input" : file;
    var model = ObjectFile.read(file, in, RegularizedModel.class);
    var metadata = model.getMetadata();
    if (metadata == null || metadata.getName() == null || model.getSpec() == null) {
      throw new BadInputException(
          where + ": found no metadata.name or spec; give a whole RegularizedModel");
    }
    metadata.setNamespace(
        namespace.orElse(Objects.requireNonNullElse(metadata.getNamespace(), "default")));
    metadata.setGeneration(Objects.requireNonNullElse(metadata.getGeneration(), 1L));
    try {
      var parsed =
          new ModelReader(new KubernetesSerialization(), _ -> _ -> Optional.of(scrapes))
              .read(model);
      if (!parsed.problems().isEmpty()) {
        throw new BadInputException(
            where
                + ": "
                + parsed.problems().stream()
                    .map(Problem::message)
                    .collect(Collectors.joining("; ")));
      }
      if (!parsed.unserved().isEmpty()) {
        throw new BadInputException(where + ": " + String.join("; ", parsed.unserved()));
      }
      return parsed.spec();
    } catch (RuntimeException incomplete) {
      throw new BadInputException(
          where
              + ": spec: cannot be read ("
              + ObjectFile.firstLine(incomplete)
              + "); give a RegularizedModel that the API server accepts");
    }
  }
}
