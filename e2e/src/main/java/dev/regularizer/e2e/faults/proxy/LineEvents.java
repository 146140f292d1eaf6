package dev.regularizer.e2e.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A watch over HTTP: one line an event, in chunks. */
final class LineEvents implements Events {
  private final OutputStream client;
  private final InputStream server;
  private byte[] chunk = {};
  private int at;

  LineEvents(OutputStream client, InputStream server) {
    this.client = client;
    this.server = server;
  }

  @Override
  public @Nullable Event next() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      if (at == chunk.length) {
        var next = Body.chunk(server);
        if (next == null) {
          return null;
        }
        chunk = next;
        at = 0;
        continue;
      }
      byte one = chunk[at++];
      line.write(one);
      if (one == '\n') {
        var bytes = line.toByteArray();
        return new Event(bytes, new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void deliver(Event event) throws IOException {
    client.write(Body.asChunk(event.transported()));
    client.flush();
  }

  @Override
  public void deliver(String text) throws IOException {
    client.write(Body.asChunk(text.getBytes(StandardCharsets.UTF_8)));
    client.flush();
  }

  /** A watch that ends in order says so with an empty chunk. */
  @Override
  public void close() throws IOException {
    client.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    client.flush();
  }
}
