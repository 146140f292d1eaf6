package dev.regularizer.samples.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Labelled images to send. */
public final class Images {
  private final List<Labelled> all;

  private Images(List<Labelled> all) {
    this.all = all;
  }

  /**
   * One image.
   *
   * @param request the body that asks for a prediction
   * @param label what the image shows
   */
  public record Labelled(String request, int label) {}

  /** The held-out images inside this jar. */
  public static Images bundled() {
    try (var stream = Images.class.getResourceAsStream("/heldout.json")) {
      if (stream == null) {
        throw new InvalidPlanException("heldout.json", "nothing", "build the jar again");
      }
      return parse("heldout.json", stream);
    } catch (IOException e) {
      throw new InvalidPlanException("heldout.json", "no JSON", "build the jar again");
    }
  }

  /** Images of a file that train.py wrote. */
  public static Images read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return parse(file.toString(), stream);
    } catch (IOException e) {
      throw new InvalidPlanException(
          file.toString(),
          "no readable JSON (" + e.getClass().getSimpleName() + ")",
          "name a file written by train.py");
    }
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** One of them. */
  public Labelled get(int index) {
    return all.get(index);
  }

  private static Images parse(String file, InputStream stream) throws IOException {
    var json = new ObjectMapper().readTree(stream);
    var labels = json.path("labels").asText();
    var images =
        StreamSupport.stream(json.path("images").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    if (images.isEmpty() || images.size() != labels.length()) {
      throw new InvalidPlanException(
          file,
          images.size() + " images and " + labels.length() + " labels",
          "write one digit for each image");
    }
    return new Images(
        IntStream.range(0, images.size())
            .mapToObj(i -> new Labelled(request(images.get(i)), labels.charAt(i) - '0'))
            .toList());
  }

  /** Each hexadecimal digit is the grey level of a pixel. */
  private static String request(String image) {
    return image
        .chars()
        .mapToObj(pixel -> Integer.toString(Character.digit(pixel, 16)))
        .collect(Collectors.joining(",", "{\"pixels\":[", "]}"));
  }
}
