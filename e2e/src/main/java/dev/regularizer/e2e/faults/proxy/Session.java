package dev.regularizer.e2e.faults.proxy;

import dev.regularizer.e2e.cluster.Pause;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection of an operator, request by request, with one of its own to the API server. */
final class Session {
  private final InputStream client;
  private final OutputStream toClient;
  private final InputStream server;
  private final OutputStream toServer;
  private final Upstream upstream;
  private final Faults faults;
  private final Gate gate;

  Session(Socket client, Socket server, Upstream upstream, Faults faults, Gate gate)
      throws IOException {
    this.client = new BufferedInputStream(client.getInputStream());
    this.toClient = client.getOutputStream();
    this.server = new BufferedInputStream(server.getInputStream());
    this.toServer = server.getOutputStream();
    this.upstream = upstream;
    this.faults = faults;
    this.gate = gate;
  }

  /** Serves requests until one side ends, or a fault does. */
  void run() throws IOException, InterruptedException {
    for (var head = Head.read(client); head != null; head = Head.read(client)) {
      var body = Body.read(head, client);
      var call = Call.of(head, body);
      if (!handle(faults.request(call), call, upstream.onBehalf(head), body)) {
        return;
      }
    }
  }

  /** Whether the connection goes on. */
  private boolean handle(Handling handling, Call call, Head head, byte[] body)
      throws IOException, InterruptedException {
    return switch (handling) {
      case Handling.Pass _ -> forward(call, head, body);
      case Handling.Delay(var time) -> {
        Pause.of(time);
        yield forward(call, head, body);
      }
      case Handling.Twice _ -> {
        send(head, body);
        Body.read(answerHead(), server);
        yield forward(call, head, body);
      }
      case Handling.Past(var version) -> forward(call, asOf(head, version), body);
      case Handling.CutBefore _ -> false;
      case Handling.CutAfter _ -> {
        send(head, body);
        Body.read(answerHead(), server);
        yield false;
      }
      case Handling.Refuse(int status) -> {
        refuse(status);
        yield true;
      }
      case Handling.Kill(var point) -> {
        kill(point, call, head, body);
        yield false;
      }
    };
  }

  private static Head asOf(Head list, String version) {
    var words = list.line().split(" ", 3);
    var exact = "&resourceVersionMatch=Exact&resourceVersion=" + version;
    return new Head(words[0] + " " + words[1] + exact + " " + words[2], list.fields());
  }

  private void kill(Handling.Point point, Call call, Head head, byte[] body)
      throws IOException, InterruptedException {
    switch (point) {
      case BEFORE -> gate.kill();
      case STORED -> {
        send(head, body);
        Body.read(answerHead(), server);
        gate.kill();
      }
      case ANSWERED -> {
        forward(call, head, body);
        gate.kill();
      }
    }
  }

  private boolean forward(Call call, Head head, byte[] body)
      throws IOException, InterruptedException {
    send(head, body);
    var answer = answerHead();
    if (answer.status() == 101 || (call.verb().equals("watch") && answer.status() == 200)) {
      toClient.write(answer.bytes());
      var events =
          answer.status() == 101
              ? new SocketEvents(client, toClient, server, toServer)
              : new LineEvents(toClient, server);
      new WatchRelay(call, faults, events).run();
      return false;
    }
    var content = Body.read(answer, server);
    var framed =
        answer
            .without("Transfer-Encoding")
            .with("Content-Length", Integer.toString(content.length));
    write(framed, content);
    return answer.field("Connection").filter(it -> it.equalsIgnoreCase("close")).isEmpty();
  }

  private void send(Head head, byte[] body) throws IOException {
    if (gate.isShut()) {
      throw new IOException("the operator behind this gate was killed");
    }
    var framed =
        body.length == 0 && head.field("Transfer-Encoding").isEmpty()
            ? head
            : head.without("Transfer-Encoding")
                .with("Content-Length", Integer.toString(body.length));
    toServer.write(framed.bytes());
    toServer.write(body);
    toServer.flush();
  }

  private Head answerHead() throws IOException {
    var head = Head.read(server);
    if (head == null) {
      throw new IOException("the API server ended the connection");
    }
    return head;
  }

  private void write(Head head, byte[] body) throws IOException {
    toClient.write(head.bytes());
    toClient.write(body);
    toClient.flush();
  }

  private void refuse(int status) throws IOException {
    var body = Refusals.body(status).getBytes(StandardCharsets.UTF_8);
    write(Refusals.head(status).with("Content-Length", Integer.toString(body.length)), body);
  }
}
