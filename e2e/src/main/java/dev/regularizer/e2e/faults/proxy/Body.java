package dev.regularizer.e2e.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bodies of HTTP/1.1 messages. */
final class Body {
  private static final byte[] NONE = {};

  private Body() {}

  /** A whole body, without the framing it came in. */
  static byte[] read(Head head, InputStream in) throws IOException {
    if (isChunked(head)) {
      var all = new ByteArrayOutputStream();
      for (var chunk = chunk(in); chunk != null; chunk = chunk(in)) {
        all.write(chunk);
      }
      return all.toByteArray();
    }
    int length = head.field("Content-Length").map(Integer::parseInt).orElse(0);
    return length == 0 ? NONE : exactly(in, length);
  }

  static boolean isChunked(Head head) {
    return head.field("Transfer-Encoding").filter(it -> it.equalsIgnoreCase("chunked")).isPresent();
  }

  /** The next chunk; null after the last one. */
  static byte @Nullable [] chunk(InputStream in) throws IOException {
    int size = Integer.parseInt(ended(line(in)), 16);
    var data = exactly(in, size);
    line(in);
    return size == 0 ? null : data;
  }

  /** Data as one chunk. */
  static byte[] asChunk(byte[] data) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write((Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    all.write(data);
    all.write('\r');
    all.write('\n');
    return all.toByteArray();
  }

  static byte[] exactly(InputStream in, int length) throws IOException {
    var data = in.readNBytes(length);
    if (data.length < length) {
      throw new EOFException("%d of %d bytes came".formatted(data.length, length));
    }
    return data;
  }

  /** A size line without extensions. */
  private static String ended(String line) {
    int extension = line.indexOf(';');
    return (extension < 0 ? line : line.substring(0, extension)).strip();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended between chunks");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
