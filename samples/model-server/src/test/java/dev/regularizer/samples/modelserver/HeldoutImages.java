package dev.regularizer.samples.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The committed held-out images. */
public final class HeldoutImages {
  private final JsonNode json;

  private HeldoutImages(JsonNode json) {
    this.json = json;
  }

  /** Reads them from the class path. */
  public static HeldoutImages read() {
    try (var stream = HeldoutImages.class.getResourceAsStream("/heldout.json")) {
      return new HeldoutImages(new ObjectMapper().readTree(Objects.requireNonNull(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many there are. */
  public int size() {
    return json.path("images").size();
  }

  /** The digit an image shows. */
  public int label(int index) {
    return Character.digit(json.path("labels").asText().charAt(index), 10);
  }

  /** The grey levels of an image. */
  public double[] image(int index) {
    return json.path("images")
        .path(index)
        .asText()
        .chars()
        .mapToDouble(HeldoutImages::level)
        .toArray();
  }

  /** The body of a request for an image. */
  public String request(int index) {
    return Arrays.stream(image(index))
        .mapToObj(Double::toString)
        .collect(Collectors.joining(",", "{\"pixels\":[", "]}"));
  }

  private static double level(int hex) {
    return Character.digit(hex, 16);
  }
}
