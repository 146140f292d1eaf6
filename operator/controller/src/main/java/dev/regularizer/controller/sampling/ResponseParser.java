package dev.regularizer.controller.sampling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.regularizer.core.counting.NativeHistogram;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a range selector token by token from the connection: its text is never held,
 * and little else is kept than samples.
 */
final class ResponseParser {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final boolean named;
  private final List<RawSeries> series = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final SampleList floats = new SampleList();
  private final SampleList histogramTimes = new SampleList();
  private boolean success;
  private boolean matrix;
  private int warnings;

  private ResponseParser(JsonParser parser, boolean named) {
    this.parser = parser;
    this.named = named;
  }

  /**
   * An answer in full.
   *
   * @param warnings what Prometheus was not sure about; more than 0 means data may be missing
   */
  record Answer(SampleMatrix matrix, int warnings) {}

  /** Parses an answer; an IOException says that it is none, in words that quote nothing of it. */
  static Answer parse(BoundedStream body) throws IOException {
    return parse(body, true);
  }

  /** Parses the answer to an expression over a range of times; its series need no name. */
  static Answer parseExpression(BoundedStream body) throws IOException {
    return parse(body, false);
  }

  private static Answer parse(BoundedStream body, boolean named) throws IOException {
    try (var parser = JSON.createParser((InputStream) body)) {
      return new ResponseParser(parser, named).answer();
    } catch (BoundedStream.TooLargeException tooLarge) {
      throw tooLarge;
    } catch (IOException | IllegalArgumentException broken) {
      throw new IOException("the answer is not a matrix of samples (" + body.count() + " bytes)");
    }
  }

  private Answer answer() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "status" -> success = parser.getText().equals("success");
        case "data" -> data();
        case "warnings" -> warnings();
        default -> parser.skipChildren();
      }
    }
    expect(parser.currentToken(), JsonToken.END_OBJECT);
    if (!success || !matrix || parser.nextToken() != null) {
      throw new IOException("no matrix");
    }
    return new Answer(new SampleMatrix(series), warnings);
  }

  private void warnings() throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        warnings++;
        parser.skipChildren();
      }
    }
  }

  private void data() throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "resultType" -> matrix = parser.getText().equals("matrix");
        case "result" -> {
          expect(parser.currentToken(), JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            element();
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private void element() throws IOException {
    SortedMap<String, String> labels = new TreeMap<>();
    floats.clear();
    histogramTimes.clear();
    var histograms = new ArrayList<NativeHistogram>();
    expect(parser.currentToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      expect(parser.nextToken(), JsonToken.START_OBJECT, JsonToken.START_ARRAY);
      switch (field) {
        case "metric" -> {
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            var label = parser.currentName();
            expect(parser.nextToken(), JsonToken.VALUE_STRING);
            labels.put(label, once(parser.getText()));
          }
        }
        case "values" -> {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            var time = sampleTime();
            parser.nextToken();
            floats.add(time, number());
            expect(parser.nextToken(), JsonToken.END_ARRAY);
          }
        }
        case "histograms" -> {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            histogramTimes.add(sampleTime(), 0);
            parser.nextToken();
            histograms.add(histogram());
            expect(parser.nextToken(), JsonToken.END_ARRAY);
          }
        }
        default -> parser.skipChildren();
      }
    }
    var written = labels.remove("__name__");
    var name = written == null && !named ? "" : written;
    if (name == null) {
      throw new IOException("a series without a name");
    }
    if (!floats.isEmpty()) {
      series.add(RawSeries.of(name, labels, floats.times(), floats.values()));
    }
    if (!histograms.isEmpty()) {
      series.add(RawSeries.ofHistograms(name, labels, histogramTimes.times(), histograms));
    }
  }

  private long sampleTime() throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY);
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_NUMBER_INT);
    return SampleNumber.millis(parser);
  }

  private NativeHistogram histogram() throws IOException {
    double count = Double.NaN;
    double sum = Double.NaN;
    var buckets = new ArrayList<NativeHistogram.Bucket>();
    expect(parser.currentToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "count" -> count = number();
        case "sum" -> sum = number();
        case "buckets" -> {
          expect(parser.currentToken(), JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            buckets.add(bucket());
          }
        }
        default -> parser.skipChildren();
      }
    }
    return new NativeHistogram(count, sum, buckets);
  }

  private NativeHistogram.Bucket bucket() throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY);
    // First comes the rule of the bucket's bounds; every layout of ours has the upper one inside.
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    parser.nextToken();
    double lower = number();
    parser.nextToken();
    double upper = number();
    parser.nextToken();
    double count = number();
    expect(parser.nextToken(), JsonToken.END_ARRAY);
    return new NativeHistogram.Bucket(lower, upper, count);
  }

  private double number() throws IOException {
    expect(parser.currentToken(), JsonToken.VALUE_STRING);
    return SampleNumber.value(parser);
  }

  private static void expect(@Nullable JsonToken found, JsonToken allowed) throws IOException {
    expect(found, allowed, allowed);
  }

  private static void expect(@Nullable JsonToken found, JsonToken one, JsonToken other)
      throws IOException {
    if (found != one && found != other) {
      throw new IOException("not the form of a matrix");
    }
  }

  /** Thousands of series share a few label values. */
  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }
}
