package dev.regularizer.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The API server's audit log: what the operator asked for, and how it was answered. */
final class AuditLog {
  private static final String OPERATOR = ":regularizer-operator";

  private final Path file;
  private final ObjectMapper json = new ObjectMapper();

  AuditLog(Path file) {
    this.file = file;
  }

  /** The operator's answered requests in [from, to), in the order of their answers. */
  List<Call> calls(Instant from, Instant to) {
    var calls = new ArrayList<Call>();
    try (var lines = Files.lines(file)) {
      lines
          .filter(line -> line.contains(OPERATOR))
          .map(this::parse)
          .filter(event -> event.at("/user/username").asText().endsWith(OPERATOR))
          .filter(event -> event.path("stage").asText().equals("ResponseComplete"))
          .map(Call::of)
          .filter(call -> !call.received().isBefore(from) && call.received().isBefore(to))
          .forEach(calls::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(calls);
  }

  private JsonNode parse(String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One request.
   *
   * @param object namespace/name
   * @param sent resource version in the request; empty where there was none
   * @param answered resource version in the answer; empty where the log does not hold it
   */
  record Call(
      Instant received,
      Instant completed,
      String verb,
      String resource,
      String object,
      int code,
      String sent,
      String answered,
      JsonNode request) {

    static Call of(JsonNode event) {
      var reference = event.path("objectRef");
      var subresource = reference.path("subresource").asText();
      return new Call(
          Instant.parse(event.path("requestReceivedTimestamp").asText()),
          Instant.parse(event.path("stageTimestamp").asText()),
          event.path("verb").asText(),
          reference.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
          reference.path("namespace").asText() + "/" + reference.path("name").asText(),
          event.at("/responseStatus/code").asInt(),
          event.at("/requestObject/metadata/resourceVersion").asText(),
          event.at("/responseObject/metadata/resourceVersion").asText(),
          event.path("requestObject"));
    }

    boolean write() {
      return List.of("create", "update", "patch", "delete").contains(verb);
    }

    boolean read() {
      return List.of("get", "list").contains(verb);
    }

    /** The lease, Events and the rehearsals (dry runs) that change nothing by intent. */
    boolean aside() {
      return resource.equals("leases") || resource.equals("events") || resource.equals("pods");
    }
  }
}
