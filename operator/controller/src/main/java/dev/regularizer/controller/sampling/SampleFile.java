package dev.regularizer.controller.sampling;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.regularizer.core.counting.NativeHistogram;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Samples in a file, in the form of Prometheus' own answer to a range selector, so that one fetched
 * by hand can be used too.
 */
public final class SampleFile {
  private static final JsonFactory JSON = new JsonFactory();

  private SampleFile() {}

  /** Reads a file. */
  public static SampleMatrix read(Path file) throws IOException {
    try (var body = new BoundedStream(Files.newInputStream(file), Long.MAX_VALUE)) {
      return ResponseParser.parse(body).matrix();
    }
  }

  /** Writes a file; reading it gives the same samples, bit for bit. */
  public static void write(Path file, SampleMatrix samples) throws IOException {
    try (var out = Files.newOutputStream(file);
        var json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("status", "success");
      json.writeObjectFieldStart("data");
      json.writeStringField("resultType", "matrix");
      json.writeArrayFieldStart("result");
      for (var series : samples.series()) {
        write(json, series);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, RawSeries series) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeObjectFieldStart("metric");
    json.writeStringField("__name__", series.name());
    for (var label : series.labels().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart(series.isHistogram() ? "histograms" : "values");
    for (int i = 0; i < series.size(); i++) {
      json.writeStartArray();
      json.writeNumber(BigDecimal.valueOf(series.timeMillis(i), 3));
      if (series.isHistogram()) {
        write(json, series.histogram(i));
      } else {
        json.writeString(text(series.value(i)));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, NativeHistogram histogram) throws IOException {
    json.writeStartObject();
    json.writeStringField("count", text(histogram.count()));
    json.writeStringField("sum", text(histogram.sum()));
    json.writeArrayFieldStart("buckets");
    for (var bucket : histogram.buckets()) {
      json.writeStartArray();
      json.writeNumber(0);
      json.writeString(text(bucket.lower()));
      json.writeString(text(bucket.upper()));
      json.writeString(text(bucket.count()));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String text(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
  }
}
