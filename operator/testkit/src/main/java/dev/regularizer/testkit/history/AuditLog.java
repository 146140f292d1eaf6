package dev.regularizer.testkit.history;

import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads committed writes from an API server's audit log, one event a line. Its policy has to keep
 * requests and answers of the kinds that matter.
 */
public final class AuditLog {
  private static final Map<String, WriteVerb> VERBS =
      Map.of(
          "create", WriteVerb.CREATE,
          "update", WriteVerb.UPDATE,
          "patch", WriteVerb.PATCH,
          "delete", WriteVerb.DELETE);
  private static final long FAILED = 300;

  private AuditLog() {}

  /** All committed writes of a file whose lines are wanted. */
  public static List<CommittedWrite> read(Path file, Predicate<String> wanted) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.filter(wanted).flatMap(line -> read(line).stream()).toList();
    }
  }

  /** The write a line tells of; empty for reads, refusals, dry runs and unfinished requests. */
  public static Optional<CommittedWrite> read(String line) {
    if (VERBS.keySet().stream().noneMatch(verb -> line.contains("\"verb\":\"" + verb + "\""))) {
      return Optional.empty();
    }
    return JsonReader.read(line) instanceof JsonObject event
        ? write(new Tree(event))
        : Optional.empty();
  }

  private static Optional<CommittedWrite> write(Tree event) {
    var verb = VERBS.get(event.text("verb"));
    var code = event.number("responseStatus", "code");
    if (verb == null
        || !event.text("stage").equals("ResponseComplete")
        || code >= FAILED
        || event.text("requestURI").contains("dryRun=All")) {
      return Optional.empty();
    }
    var request = event.at("requestObject");
    var answer = event.at("responseObject");
    var isObject = answer.has("metadata", "uid");
    var key =
        new ObjectKey(
            event.text("objectRef", "resource"),
            event.text("objectRef", "namespace"),
            name(event, answer));
    var user = event.text("impersonatedUser", "username");
    return Optional.of(
        new CommittedWrite(
            Instant.parse(event.text("stageTimestamp")),
            user.isEmpty() ? event.text("user", "username") : user,
            verb,
            key,
            event.text("objectRef", "subresource"),
            version(
                verb == WriteVerb.DELETE
                    ? request.text("preconditions", "resourceVersion")
                    : request.text("metadata", "resourceVersion")),
            isObject ? version(answer.text("metadata", "resourceVersion")) : 0,
            request.json(),
            isObject ? answer.json() : JsonObject.of()));
  }

  /** An object whose name the server makes is named in the answer only. */
  private static String name(Tree event, Tree answer) {
    var name = event.text("objectRef", "name");
    return name.isEmpty() ? answer.text("metadata", "name") : name;
  }

  private static long version(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
