package dev.regularizer.samples.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A model on loopback that answers as it is told. */
final class StubModel implements AutoCloseable {
  /** What is answered to the request with that number, from 0. */
  interface Script {
    Answer answer(int number) throws InterruptedException;
  }

  /** An answer to a request for a prediction. */
  record Answer(int status, String revision, String body) {
    static Answer served(String revision) {
      return new Answer(200, revision, "{\"class\":3,\"confidence\":0.95,\"token\":\"t.s\"}");
    }

    static Answer rejected(String revision) {
      return new Answer(422, revision, "{\"rejected\":\"ConfidenceThreshold\"}");
    }
  }

  private final HttpServer http;
  private final ExecutorService threads;
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final List<String> feedback = new CopyOnWriteArrayList<>();

  StubModel(Script script, ExecutorService threads) throws IOException {
    this.threads = threads;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    http.setExecutor(threads);
    http.createContext(
        "/v1/predict",
        exchange -> {
          hosts.add(exchange.getRequestHeaders().getFirst("host"));
          try {
            var answer = script.answer(number.getAndIncrement());
            exchange.getResponseHeaders().set("x-model-revision", answer.revision());
            send(exchange, answer.status(), answer.body());
          } catch (InterruptedException e) {
            exchange.close();
          }
        });
    http.createContext(
        "/v1/feedback",
        exchange -> {
          var revision = exchange.getRequestHeaders().getFirst("x-model-revision");
          feedback.add(
              revision + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          send(exchange, revision.equals("retired") ? 409 : 200, "{}");
        });
    http.start();
  }

  static StubModel of(Script script) throws IOException {
    return new StubModel(script, Executors.newVirtualThreadPerTaskExecutor());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  List<String> hosts() {
    return hosts;
  }

  List<String> feedback() {
    return feedback;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
