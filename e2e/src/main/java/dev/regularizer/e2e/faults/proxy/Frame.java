package dev.regularizer.e2e.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A frame of a WebSocket as a server sends it: not masked. */
final class Frame {
  private static final int CONTINUED = 0;
  private static final int BINARY = 2;
  private static final int GOODBYE = 8;
  private static final int LAST = 0x80;
  private static final int OPCODE = 0x0f;
  private static final int LENGTH = 0x7f;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;

  private final int first;
  private final byte[] bytes;
  private final byte[] payload;

  private Frame(int first, byte[] bytes, byte[] payload) {
    this.first = first;
    this.bytes = bytes;
    this.payload = payload;
  }

  /** Reads a frame; null when the server ended the connection. */
  static @Nullable Frame read(InputStream server) throws IOException {
    int first = server.read();
    if (first < 0) {
      return null;
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(first);
    int second = server.read();
    bytes.write(second);
    int length = second & LENGTH;
    if (length == LENGTH_IN_2_BYTES) {
      var more = Body.exactly(server, Short.BYTES);
      bytes.write(more);
      length = Short.toUnsignedInt(ByteBuffer.wrap(more).getShort());
    } else if (length == LENGTH_IN_8_BYTES) {
      var more = Body.exactly(server, Long.BYTES);
      bytes.write(more);
      length = Math.toIntExact(ByteBuffer.wrap(more).getLong());
    }
    var payload = Body.exactly(server, length);
    bytes.write(payload);
    return new Frame(first, bytes.toByteArray(), payload);
  }

  /** Part of a message, and no word about the connection. */
  boolean isData() {
    return (first & OPCODE) >= CONTINUED && (first & OPCODE) <= BINARY;
  }

  boolean isLast() {
    return (first & LAST) != 0;
  }

  boolean isGoodbye() {
    return (first & OPCODE) == GOODBYE;
  }

  /** As it came. */
  byte[] bytes() {
    return bytes;
  }

  byte[] payload() {
    return payload;
  }
}
