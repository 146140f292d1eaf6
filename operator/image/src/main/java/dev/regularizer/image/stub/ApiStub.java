package dev.regularizer.image.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regularizer.image.stub.ObjectStore.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The HTTP side: reads, writes and watches of Kubernetes, and queries without a result of
 * Prometheus.
 */
public final class ApiStub implements AutoCloseable {
  private static final String NOT_FOUND =
      "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}";
  private static final String EXISTS =
      "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"AlreadyExists\",\"code\":409}";
  private static final String LEASE_RIGHTS =
      """
      {"incomplete":false,"nonResourceRules":[],"resourceRules":[{"apiGroups":["coordination.k8s.io"],
       "resources":["leases"],"verbs":["create","get","update","patch","*"]}]}\
      """;
  private static final String NO_SAMPLES =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectStore store = new ObjectStore();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private ApiStub(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts on a free port; a folder may hold `model.json` and the `next.json` that is laid over it
   * later.
   */
  public static ApiStub start(Path folder) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ApiStub stub = new ApiStub(HttpServer.create(address, 0));
    if (Files.exists(folder.resolve("model.json"))) {
      ObjectNode model = stub.read(Files.readAllBytes(folder.resolve("model.json")));
      ObjectNode next = stub.read(Files.readAllBytes(folder.resolve("next.json")));
      Controllers controllers = new Controllers(stub.store, stub.json, next);
      stub.store.watch(change -> stub.threads.execute(() -> controllers.accept(change)));
      stub.store.put(
          new ResourcePath(
              model.path("apiVersion").asText(),
              model.at("/metadata/namespace").asText(),
              "regularizedmodels",
              model.at("/metadata/name").asText(),
              ""),
          model);
    }
    stub.server.setExecutor(stub.threads);
    stub.server.createContext("/", stub::answer);
    stub.server.start();
    return stub;
  }

  /** Its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readAllBytes();
      if (path.startsWith("/api/v1/query")) {
        send(exchange, 200, NO_SAMPLES);
      } else if (!path.startsWith("/api")) {
        send(exchange, 200, "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.0\"}");
      } else if ("websocket".equals(exchange.getRequestHeaders().getFirst("Upgrade"))) {
        // No web socket here: the client falls back to plain HTTP.
        send(exchange, 200, "");
      } else if (query.contains("watch=true")) {
        stream(exchange, ResourcePath.parse(path));
      } else if (exchange.getRequestMethod().equals("GET")) {
        get(exchange, ResourcePath.parse(path));
      } else {
        write(exchange, ResourcePath.parse(path), body, query.contains("dryRun"));
      }
    } finally {
      exchange.close();
    }
  }

  private void get(HttpExchange exchange, ResourcePath path) throws IOException {
    if (path.plural().isEmpty()) {
      send(exchange, 200, discovery(path).toString());
      return;
    }
    if (!path.name().isEmpty()) {
      Optional<ObjectNode> object = store.get(path);
      send(
          exchange,
          object.isPresent() ? 200 : 404,
          object.map(ObjectNode::toString).orElse(NOT_FOUND));
      return;
    }
    ObjectNode list =
        json.createObjectNode().put("apiVersion", path.apiVersion()).put("kind", "List");
    list.withObjectProperty("metadata").put("resourceVersion", Long.toString(store.version()));
    ArrayNode items = list.putArray("items");
    store.list(path).forEach(items::add);
    send(exchange, 200, list.toString());
  }

  /** The resources of a group, as far as the operator asks for them. */
  private ObjectNode discovery(ResourcePath path) {
    ObjectNode list =
        json.createObjectNode().put("apiVersion", "v1").put("kind", "APIResourceList");
    list.put("groupVersion", path.apiVersion());
    ArrayNode resources = list.putArray("resources");
    for (String kind : new String[] {"RegularizedModel", "ModelRevision", "HTTPRoute"}) {
      String singular = kind.toLowerCase(Locale.ROOT);
      resources
          .addObject()
          .put("name", singular + "s")
          .put("singularName", singular)
          .put("kind", kind)
          .put("namespaced", true)
          .putArray("verbs")
          .add("get")
          .add("list");
    }
    return list;
  }

  private void write(HttpExchange exchange, ResourcePath path, byte[] bytes, boolean dryRun)
      throws IOException {
    JsonNode parsed = json.readTree(bytes);
    if (!(parsed instanceof ObjectNode body)) {
      send(exchange, 200, store.get(path).map(ObjectNode::toString).orElse(NOT_FOUND));
      return;
    }
    String method = exchange.getRequestMethod();
    ResourcePath target = path.name().isEmpty() ? named(path, body) : path;
    if (target.plural().equals("selfsubjectrulesreviews")) {
      body.set("status", read(LEASE_RIGHTS.getBytes(StandardCharsets.UTF_8)));
      send(exchange, 201, body.toString());
    } else if (method.equals("DELETE")) {
      store.delete(target);
      send(exchange, 200, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}");
    } else if (dryRun) {
      send(exchange, 200, body.toString());
    } else if (method.equals("POST") && store.get(target).isPresent()) {
      send(exchange, 409, EXISTS);
    } else {
      ObjectNode stored =
          method.equals("PATCH") ? store.merge(target, body) : store.put(target, body);
      send(exchange, method.equals("POST") ? 201 : 200, stored.toString());
    }
  }

  private static ResourcePath named(ResourcePath path, ObjectNode body) {
    String name = body.at("/metadata/name").asText("");
    return new ResourcePath(
        path.apiVersion(),
        path.namespace(),
        path.plural(),
        name.isEmpty() ? "generated" : name,
        "");
  }

  private void stream(HttpExchange exchange, ResourcePath path) throws IOException {
    BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    Consumer<Change> watcher =
        change -> {
          if (change.path().collection().equals(path.collection())
              && (path.namespace().isEmpty()
                  || path.namespace().equals(change.path().namespace()))) {
            changes.add(change);
          }
        };
    store.watch(watcher);
    try {
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      // The headers leave with the first byte; before an event it means nothing.
      out.write(' ');
      out.flush();
      while (true) {
        Change change = changes.take();
        ObjectNode event = json.createObjectNode().put("type", change.type());
        event.set("object", change.object());
        out.write((event + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.forget(watcher);
    }
  }

  private ObjectNode read(byte[] bytes) throws IOException {
    return (ObjectNode) json.readTree(bytes);
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
    threads.shutdownNow();
    server.stop(0);
    threads.close();
  }
}
