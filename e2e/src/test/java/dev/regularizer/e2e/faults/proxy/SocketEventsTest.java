package dev.regularizer.e2e.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketEventsTest {
  private final ByteArrayOutputStream client = new ByteArrayOutputStream();

  private SocketEvents events(byte[] fromServer) {
    return new SocketEvents(
        InputStream.nullInputStream(),
        client,
        new ByteArrayInputStream(fromServer),
        OutputStream.nullOutputStream());
  }

  private static byte[] frame(int first, String text) throws IOException {
    var payload = text.getBytes(StandardCharsets.UTF_8);
    var frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(126);
      frame.write(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(127);
      frame.write(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.write(payload);
    return frame.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 125, 126, 40_000, 70_000})
  void messagesOfEveryLengthPassUnchanged(int length) throws IOException {
    var frame = frame(0x81, "x".repeat(length));

    var events = events(frame);
    var event = Objects.requireNonNull(events.next());
    events.deliver(event);

    assertThat(event.text()).hasSize(length);
    assertThat(client.toByteArray()).isEqualTo(frame);
    assertThat(events.next()).isNull();
  }

  @Test
  void piecesMakeOneEventAndPingsPassOnTheWay() throws IOException {
    var stream = new ByteArrayOutputStream();
    var ping = frame(0x89, "p");
    stream.write(frame(0x01, "one "));
    stream.write(ping);
    stream.write(frame(0x80, "event"));

    var event = Objects.requireNonNull(events(stream.toByteArray()).next());

    assertThat(event.text()).isEqualTo("one event");
    assertThat(client.toByteArray()).isEqualTo(ping);
  }

  @Test
  void anEventOfOurOwnIsOneMessage() throws IOException {
    events(new byte[0]).deliver(Refusals.gone());

    var text = Objects.requireNonNull(events(client.toByteArray()).next()).text();
    assertThat(text).contains("\"type\":\"ERROR\"", "\"code\":410");
  }
}
