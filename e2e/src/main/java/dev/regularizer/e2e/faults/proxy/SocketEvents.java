package dev.regularizer.e2e.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A watch over a WebSocket (RFC 6455): one message an event; what the client says is passed on. */
final class SocketEvents implements Events {
  private static final int TEXT = 1;
  private static final int FINAL = 0x80;
  private static final int SHORT = 126;

  private final OutputStream client;
  private final InputStream server;

  SocketEvents(
      InputStream client, OutputStream toClient, InputStream server, OutputStream toServer) {
    this.client = toClient;
    this.server = server;
    Thread.ofVirtual()
        .name("watch-upstream")
        .start(() -> {
          try (toServer) {
            client.transferTo(toServer);
          } catch (IOException ended) {
            // The client ended it; the server's side is closed with it.
          }
        });
  }

  @Override
  public @Nullable Event next() throws IOException {
    var transported = new ByteArrayOutputStream();
    var message = new ByteArrayOutputStream();
    for (var frame = frame(); frame != null; frame = frame()) {
      if (!frame.isData()) {
        synchronized (client) {
          client.write(frame.bytes());
          client.flush();
        }
        if (frame.isGoodbye()) {
          return null;
        }
        continue;
      }
      transported.write(frame.bytes());
      message.write(frame.payload());
      if (frame.isLast()) {
        return new Event(transported.toByteArray(), message.toString(StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  @Override
  public void deliver(Event event) throws IOException {
    client.write(event.transported());
    client.flush();
  }

  @Override
  public void deliver(String text) throws IOException {
    var payload = text.getBytes(StandardCharsets.UTF_8);
    var frame = new ByteArrayOutputStream();
    frame.write(FINAL | TEXT);
    if (payload.length < SHORT) {
      frame.write(payload.length);
    } else {
      frame.write(SHORT);
      frame.write(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    }
    frame.write(payload);
    client.write(frame.toByteArray());
    client.flush();
  }

  /** Nothing: a proxy that goes away says no goodbye, and the connection ends next. */
  @Override
  public void close() {}

  private @Nullable Frame frame() throws IOException {
    return Frame.read(server);
  }
}
