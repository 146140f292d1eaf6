package dev.regularizer.testkit.history;

import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a history by hand: every call is one committed write, a second after the last one. */
final class Writes {
  static final String OPERATOR = "system:serviceaccount:system:operator";
  static final String USER = "admin";
  private static final String NAMESPACE = "vision";

  private final List<CommittedWrite> all = new ArrayList<>();
  private final Map<ObjectKey, Long> versions = new HashMap<>();
  private final Map<ObjectKey, JsonObject> objects = new HashMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long version = 100;
  private String user = OPERATOR;
  private boolean conditional = true;

  List<CommittedWrite> all() {
    return List.copyOf(all);
  }

  Instant now() {
    return now;
  }

  Writes later(int seconds) {
    now = now.plusSeconds(seconds);
    return this;
  }

  /** The next writes are somebody else's. */
  Writes by(String other) {
    user = other;
    return this;
  }

  /** The next writes name no resource version. */
  Writes unconditionally() {
    conditional = false;
    return this;
  }

  /** Creates or changes an object; single quotes stand for double ones. */
  Writes put(String resource, String name, String text) {
    var key = key(resource, name);
    var known = objects.getOrDefault(key, JsonObject.of());
    var verb = known.isEmpty() ? WriteVerb.CREATE : WriteVerb.PATCH;
    return write(key, verb, "", merged(known, json(text)), json(text));
  }

  /** Writes a status. */
  Writes status(String resource, String name, String text) {
    var key = key(resource, name);
    var stored = objects.getOrDefault(key, JsonObject.of()).with("status", json(text));
    return write(key, WriteVerb.UPDATE, "status", stored, stored);
  }

  /** Deletes an object; the uid is the condition. */
  Writes delete(String resource, String name, String uid) {
    var key = key(resource, name);
    now = now.plusSeconds(1);
    var options = json(uid.isEmpty() ? "{}" : "{'preconditions': {'uid': '" + uid + "'}}");
    all.add(
        new CommittedWrite(
            now,
            user,
            WriteVerb.DELETE,
            key,
            "",
            conditional ? versions.getOrDefault(key, 0L) : 0,
            0,
            options,
            JsonObject.of()));
    objects.remove(key);
    return this;
  }

  private Writes write(
      ObjectKey key, WriteVerb verb, String subresource, JsonObject object, JsonObject request) {
    now = now.plusSeconds(1);
    var before = conditional && verb != WriteVerb.CREATE ? versions.getOrDefault(key, 0L) : 0;
    version++;
    versions.put(key, version);
    objects.put(key, object);
    all.add(
        new CommittedWrite(now, user, verb, key, subresource, before, version, request, object));
    return this;
  }

  /** What was stored with the members that are written now. */
  private static JsonObject merged(JsonObject known, JsonObject written) {
    var result = known;
    for (var member : written.members().entrySet()) {
      result = result.with(member.getKey(), member.getValue());
    }
    return result;
  }

  static ObjectKey key(String resource, String name) {
    return new ObjectKey(resource, NAMESPACE, name);
  }

  static JsonObject json(String text) {
    return (JsonObject) JsonReader.read(text.replace('\'', '"'));
  }
}
