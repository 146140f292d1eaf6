package dev.regularizer.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Just enough of an API server and of a Prometheus for a training run: every list is empty, every
 * write is answered with what was written. Nothing is tested with it.
 */
final class ApiStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ApiStub(HttpServer server) {
    this.server = server;
  }

  static ApiStub start() throws IOException {
    ApiStub stub =
        new ApiStub(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    stub.server.setExecutor(stub.threads);
    stub.server.createContext("/", stub::answer);
    stub.server.start();
    return stub;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getQuery();
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readAllBytes();
      if (query != null && query.contains("watch=true")) {
        holdOpen(exchange);
      } else if (path.startsWith("/api/v1/query")) {
        send(
            exchange,
            200,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 200, new String(body, StandardCharsets.UTF_8));
      } else if (path.contains("/leases/")) {
        send(exchange, 404, status());
      } else if (path.contains("/customresourcedefinitions/")) {
        send(exchange, 200, definition(path.substring(path.lastIndexOf('/') + 1)));
      } else if (path.equals("/version")) {
        send(exchange, 200, "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.0\"}");
      } else {
        send(exchange, 200, "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
      }
    } finally {
      exchange.close();
    }
  }

  private void holdOpen(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String status() {
    return """
    {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}\
    """;
  }

  private static String definition(String name) {
    return """
    {"kind":"CustomResourceDefinition","apiVersion":"apiextensions.k8s.io/v1",
     "metadata":{"name":"%s"},"status":{"conditions":[{"type":"Established","status":"True"}]}}\
    """
        .formatted(name);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
