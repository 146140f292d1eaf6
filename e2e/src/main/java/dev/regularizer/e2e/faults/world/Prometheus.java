package dev.regularizer.e2e.faults.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Prometheus as the operator sees it over HTTP; how it answers is scripted per namespace. */
public final class Prometheus implements AutoCloseable {
  private static final Pattern RANGE =
      Pattern.compile("\\{.*namespace=\"([^\"]+)\",pod=~\"\\((.+)\\)-.*}\\[(\\d+)ms]");
  private static final Duration SKEW = Duration.ofMinutes(10);

  private final Traffic traffic;
  private final HttpServer server;
  private final Map<String, Supplier<Answer>> scripts = new ConcurrentHashMap<>();

  Prometheus(Traffic traffic) {
    this.traffic = traffic;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/query", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on the script says how queries of a namespace are answered. */
  public void script(String namespace, Supplier<Answer> script) {
    scripts.put(namespace, script);
  }

  /** Drops what is known of a namespace. */
  public void forget(String namespace) {
    scripts.remove(namespace);
    traffic.forget(namespace);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var range = RANGE.matcher(form.getOrDefault("query", ""));
      if (!range.matches()) {
        send(exchange, 400, "this server knows one form of query");
        return;
      }
      var to = (long) (Double.parseDouble(form.getOrDefault("time", "0")) * 1000);
      var query =
          new Matrix.Query(range.group(1), range.group(2), to - Long.parseLong(range.group(3)), to);
      var how = Optional.ofNullable(scripts.get(query.namespace())).map(Supplier::get);
      send(exchange, how.orElse(Answer.SAMPLES), query);
    }
  }

  private void send(HttpExchange exchange, Answer how, Matrix.Query query) throws IOException {
    switch (how) {
      case UNAVAILABLE -> send(exchange, 503, "");
      case REFUSED -> send(exchange, 400, "{\"status\":\"error\"}");
      case PAGE -> send(exchange, 200, "<html><body>please sign in</body></html>");
      case SILENCE -> silence();
      case TRUNCATED -> {
        var whole = Matrix.text(traffic, query, how);
        send(exchange, 200, whole.substring(0, whole.length() / 2));
      }
      case SKEWED -> {
        var date = Instant.now().plus(SKEW).atOffset(ZoneOffset.UTC);
        exchange
            .getResponseHeaders()
            .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date));
        send(exchange, 200, Matrix.text(traffic, query, how));
      }
      default -> send(exchange, 200, Matrix.text(traffic, query, how));
    }
  }

  /** Longer than any timeout of a query. */
  private static void silence() {
    try {
      Thread.currentThread().join(Duration.ofSeconds(15));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String text) {
    var fields = new ConcurrentHashMap<String, String>();
    for (var field : text.split("&", -1)) {
      var pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
