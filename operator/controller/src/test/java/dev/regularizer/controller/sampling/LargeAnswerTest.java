package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The largest answer that is accepted is read from the connection as it comes: nobody ever holds
 * its text, and what it takes to read it is a small multiple of what is kept.
 */
class LargeAnswerTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long SIZE = PrometheusClient.LARGEST;
  private static final String HEAD =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";

  @Test
  void classicSamplesAreReadAsTheyCome() throws IOException {
    var text = new Endless(HEAD, LargeAnswerTest::classic, "]}}");
    long before = allocated();
    var series = ResponseParser.parse(new BoundedStream(text, SIZE)).matrix().series();
    long used = allocated() - before - text.own;
    assertThat(text.given).isBetween(SIZE - 10_000, SIZE);
    assertThat(series).hasSizeGreaterThan(1_000);
    assertThat(used).as("allocated for %s bytes", text.given).isLessThan(7 * SIZE);
    assertThat(text.largestRead).isLessThanOrEqualTo(64 << 10);
  }

  @Test
  void nativeHistogramsAreReadAsTheyCome() throws IOException {
    var text = new Endless(HEAD, LargeAnswerTest::histograms, "]}}");
    long before = allocated();
    var series = ResponseParser.parse(new BoundedStream(text, SIZE)).matrix().series();
    long used = allocated() - before - text.own;
    assertThat(text.given).isBetween(SIZE - 10_000, SIZE);
    assertThat(series).hasSizeGreaterThan(1_000);
    assertThat(used).as("allocated for %s bytes", text.given).isLessThan(9 * SIZE);
    assertThat(text.largestRead).isLessThanOrEqualTo(64 << 10);
  }

  @Test
  void whatIsNotAskedForIsNotKept() throws IOException {
    var text =
        new Endless(
            "{\"infos\":[",
            i -> (i == 0 ? "" : ",") + "\"" + "x".repeat(1000) + "\"",
            "],\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
    long before = allocated();
    assertThat(ResponseParser.parse(new BoundedStream(text, SIZE)).matrix().series()).isEmpty();
    assertThat(allocated() - before - text.own).isLessThan(1 << 20);
  }

  /** Fifteen scrapes of one bucket of one pod. */
  private static String classic(int i) {
    var all = new StringBuilder(head(i, "model_prediction_duration_seconds_bucket"));
    for (int s = 0; s < 15; s++) {
      all.append(s == 0 ? "\"values\":[" : ",")
          .append("[17000000%02d.123,\"%d\"]".formatted(s, 1000 * s));
    }
    return all.append("]}").toString();
  }

  private static String histograms(int i) {
    var all = new StringBuilder(head(i, "model_prediction_duration_seconds"));
    for (int s = 0; s < 15; s++) {
      all.append(s == 0 ? "\"histograms\":[" : ",")
          .append(
              "[17000000%02d.123,{\"count\":\"%d\",\"sum\":\"1.5\",\"buckets\":["
                  .formatted(s, 60 * s));
      for (int b = 0; b < 6; b++) {
        all.append(b == 0 ? "" : ",")
            .append("[0,\"0.0%d0625\",\"0.0%d0625\",\"%d\"]".formatted(b + 1, b + 2, 10 * s));
      }
      all.append("]}]");
    }
    return all.append("]}").toString();
  }

  private static String head(int i, String name) {
    return "%s{\"metric\":{\"__name__\":\"%s\",\"container\":\"server\",\"endpoint\":\"http\",\"instance\":\"10.0.%d.%d:8080\",\"job\":\"models\",\"le\":\"0.25\",\"namespace\":\"vision\",\"pod\":\"ic-7d9f-6b4c-%d\"},"
        .formatted(i == 0 ? "" : ",", name, i / 250, i % 250, i);
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Parts up to the largest size, made while they are read. */
  private static final class Endless extends InputStream {
    private final IntFunction<String> parts;
    private final byte[] tail;
    private byte[] now;
    private int at;
    private int part;
    private boolean ended;
    private long given;

    /** What making the text allocated itself. */
    private long own;

    private int largestRead;

    Endless(String head, IntFunction<String> parts, String tail) {
      this.parts = parts;
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
      this.now = head.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one byte at a time");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      largestRead = Math.max(largestRead, length);
      if (at == now.length && !next()) {
        return -1;
      }
      int some = Math.min(length, now.length - at);
      System.arraycopy(now, at, bytes, offset, some);
      at += some;
      given += some;
      return some;
    }

    private boolean next() {
      if (ended) {
        return false;
      }
      long before = allocated();
      at = 0;
      now = parts.apply(part++).getBytes(StandardCharsets.UTF_8);
      if (given + now.length + tail.length > SIZE) {
        now = tail;
        ended = true;
      }
      own += allocated() - before;
      return true;
    }
  }
}
