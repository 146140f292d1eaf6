package dev.regularizer.samples.modelserver.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An image to classify, read from the body of a request. */
final class PredictionRequest {
  // The rest of the body is read after the document, so that the connection can be kept.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();
  private static final Pattern COHORT = Pattern.compile("[A-Za-z0-9_-]{0,32}");

  private final double[] pixels;
  private final String cohort;

  private PredictionRequest(double[] pixels, String cohort) {
    this.pixels = pixels;
    this.cohort = cohort;
  }

  /** Grey levels, row by row. */
  double[] pixels() {
    return pixels.clone();
  }

  /** Group of the request; empty: none. */
  String cohort() {
    return cohort;
  }

  /** A request this model cannot read; the message says what was found and what is allowed. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnreadableException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** For the client. */
    String reason() {
      return reason;
    }
  }

  /** Reads the body as it comes, so that a large one needs no memory. */
  static PredictionRequest read(
      InputStream body, @Nullable String cohortHeader, int pixels, int levels)
      throws IOException, UnreadableException {
    double @Nullable [] image = null;
    var cohort = cohortHeader == null ? "" : cohortHeader;
    try (var parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the body is not a JSON object; send {\"pixels\": [...]}");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var field = parser.currentName();
        var value = parser.nextToken();
        if (field.equals("pixels")) {
          image = image(parser, pixels, levels);
        } else if (field.equals("cohort") && value == JsonToken.VALUE_STRING) {
          cohort = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableException("the body is not JSON: " + e.getOriginalMessage());
    }
    if (image == null) {
      throw new UnreadableException("there are no pixels; send {\"pixels\": [...]}");
    }
    if (!COHORT.matcher(cohort).matches()) {
      throw new UnreadableException("the cohort may have 32 letters, digits, _ and -");
    }
    return new PredictionRequest(image, cohort);
  }

  private static double[] image(JsonParser parser, int pixels, int levels)
      throws IOException, UnreadableException {
    var image = new double[pixels];
    var count = 0;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new UnreadableException("pixels is no list; send " + pixels + " numbers");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric() || count == pixels) {
        throw new UnreadableException(
            "pixels[" + count + "] is too much or no number; send " + pixels + " numbers");
      }
      image[count++] = parser.getDoubleValue();
    }
    if (count < pixels
        || Arrays.stream(image).anyMatch(level -> !(level >= 0 && level <= levels))) {
      throw new UnreadableException(
          count + " pixels; send " + pixels + " grey levels from 0 to " + levels);
    }
    return image;
  }
}
