package dev.regularizer.samples.modelserver.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A trained model: parameters, the regularizers it was made for, and the trainer's metrics.
 *
 * @param name the variant
 * @param regularizers applied where the revision declares none of the same type
 * @param training the trainer's metrics
 */
public record ModelFile(
    String name, SoftmaxClassifier classifier, List<Declared> regularizers, Training training) {
  /** What the trainer measured. */
  public record Training(double trainLoss, double validationLoss, double weightNorm) {}

  /** Reads a model from a file of its own. */
  public static ModelFile read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return parse(file.toString(), stream);
    } catch (IOException e) {
      throw new InvalidFileException(
          file.toString(),
          "no readable JSON (" + e.getClass().getSimpleName() + ")",
          "point MODEL_FILE at a model written by train.py");
    }
  }

  /** Reads one of the models inside this jar. */
  public static ModelFile bundled(String name) {
    var path = "/models/" + name + ".json";
    try (var stream = ModelFile.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new InvalidFileException(
            "MODEL",
            "\"" + name + "\"",
            "name a model of samples/digits/models, such as stable, or set MODEL_FILE");
      }
      return parse(path, stream);
    } catch (IOException e) {
      throw new InvalidFileException(path, "no JSON", "build the image again");
    }
  }

  private static ModelFile parse(String file, InputStream stream) throws IOException {
    var json = new ObjectMapper().readTree(stream);
    var classes =
        StreamSupport.stream(json.path("classes").spliterator(), false)
            .map(JsonNode::asInt)
            .toList();
    var weights =
        StreamSupport.stream(json.path("weights").spliterator(), false)
            .map(ModelFile::doubles)
            .toArray(double[][]::new);
    var intercept = doubles(json.path("intercept"));
    var levels = json.path("levels").asInt();
    if (classes.isEmpty()
        || weights.length != classes.size()
        || intercept.length != classes.size()
        || levels <= 0) {
      throw new InvalidFileException(
          file,
          classes.size() + " classes, " + weights.length + " rows of weights",
          "write levels, and one row of weights and one intercept for each class");
    }
    var training = json.path("training");
    return new ModelFile(
        json.path("name").asText(),
        new SoftmaxClassifier(classes, levels, intercept, weights),
        Declared.list(file, json.path("regularizers")),
        new Training(
            training.path("trainLoss").asDouble(),
            training.path("validationLoss").asDouble(),
            training.path("weightNorm").asDouble()));
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
