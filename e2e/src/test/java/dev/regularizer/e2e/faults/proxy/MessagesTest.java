package dev.regularizer.e2e.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Head head(String text) throws IOException {
    return Objects.requireNonNull(Head.read(in(text)));
  }

  @Test
  void headComesAndGoesUnchanged() throws IOException {
    var text = "GET /api HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n";

    assertThat(new String(head(text).bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(text);
    assertThat(Head.read(in(""))).isNull();
    assertThatThrownBy(() -> Head.read(in("GET / HTTP/1.1\r\nHost: a")))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void fieldsAreFoundWhateverTheirCase() throws IOException {
    var head = head("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.field("Content-Length")).contains("3");
    assertThat(head.with("Content-Length", "4").fields()).containsExactly("Content-Length: 4");
  }

  @Test
  void chunksAreJoined() throws IOException {
    var head = head("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

    assertThat(Body.read(head, in("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\nnext")))
        .asString()
        .isEqualTo("abcde");
    assertThatThrownBy(() -> Body.read(head, in("5\r\nab"))).isInstanceOf(EOFException.class);
  }

  @Test
  void linesOfAWatchAreEventsHoweverTheyAreCut() throws IOException {
    var client = new ByteArrayOutputStream();
    var events = new LineEvents(client, in("4\r\n{\"a\"\r\n6\r\n:1}\n{}\r\n1\r\n\n\r\n0\r\n\r\n"));

    var first = Objects.requireNonNull(events.next());
    assertThat(first.text()).isEqualTo("{\"a\":1}\n");
    assertThat(Objects.requireNonNull(events.next()).text()).isEqualTo("{}\n");
    assertThat(events.next()).isNull();
    events.deliver(first);
    assertThat(client.toString(StandardCharsets.ISO_8859_1)).isEqualTo("8\r\n{\"a\":1}\n\r\n");
  }

  @Test
  void callsAreToldApart() throws IOException {
    assertThat(call("GET /apis/apps/v1/namespaces/n/deployments?limit=250", "").coordinate())
        .isEqualTo("list deployments");
    assertThat(call("GET /api/v1/namespaces/n/pods?watch=true", "").verb()).isEqualTo("watch");
    assertThat(
            call("PUT /apis/regularizer.dev/v1alpha1/namespaces/n/modelrevisions/a/status", "")
                .coordinate())
        .isEqualTo("update modelrevisions/status a");
    assertThat(
            call("POST /api/v1/namespaces/n/services", "{\"metadata\":{\"name\":\"a\"}}")
                .coordinate())
        .isEqualTo("create services a");
    var dryRun = call("POST /api/v1/namespaces/n/pods?dryRun=All", "{\"metadata\":{}}");
    assertThat(dryRun.writes()).isFalse();
  }

  private static Call call(String target, String body) throws IOException {
    return Call.of(
        head(target + " HTTP/1.1\r\nHost: a\r\n\r\n"), body.getBytes(StandardCharsets.UTF_8));
  }
}
