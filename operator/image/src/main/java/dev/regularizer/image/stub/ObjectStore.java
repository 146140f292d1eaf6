package dev.regularizer.image.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Objects in memory with resource versions, generations and watchers. */
final class ObjectStore {
  /** One change. */
  record Change(String type, ResourcePath path, ObjectNode object) {}

  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
  private long version = 1;

  void watch(Consumer<Change> watcher) {
    watchers.add(watcher);
  }

  void forget(Consumer<Change> watcher) {
    watchers.remove(watcher);
  }

  synchronized long version() {
    return version;
  }

  synchronized Optional<ObjectNode> get(ResourcePath path) {
    return Optional.ofNullable(objects.get(key(path))).map(ObjectNode::deepCopy);
  }

  synchronized List<ObjectNode> list(ResourcePath path) {
    String prefix =
        path.collection() + "/" + (path.namespace().isEmpty() ? "" : path.namespace() + "/");
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> entry.getValue().deepCopy())
        .toList();
  }

  /** Stores a whole object, or its status where the path says so. */
  ObjectNode put(ResourcePath path, ObjectNode body) {
    return store(
        path,
        old -> {
          if (!path.subresource().equals("status") || old.isEmpty()) {
            return body;
          }
          ObjectNode copy = old.get().deepCopy();
          copy.set("status", body.path("status"));
          return copy;
        });
  }

  /** Lays a partial object over the stored one. */
  ObjectNode merge(ResourcePath path, ObjectNode patch) {
    return store(
        path,
        old -> {
          ObjectNode base =
              old.map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
          overlay(base, patch);
          return base;
        });
  }

  synchronized void delete(ResourcePath path) {
    ObjectNode removed = objects.remove(key(path));
    if (removed != null) {
      version++;
      announce(new Change("DELETED", path, removed));
    }
  }

  /** The new content from the old one, if there is one. */
  private interface Edit {
    ObjectNode apply(Optional<ObjectNode> old);
  }

  private synchronized ObjectNode store(ResourcePath path, Edit edit) {
    ObjectNode old = objects.get(key(path));
    ObjectNode object = edit.apply(Optional.ofNullable(old));
    ObjectNode metadata = object.withObjectProperty("metadata");
    long generation = old == null ? 1 : old.at("/metadata/generation").asLong();
    if (old != null && !old.path("spec").equals(object.path("spec"))) {
      generation++;
    }
    version++;
    metadata.put("name", path.name()).put("namespace", path.namespace());
    metadata.put("generation", generation).put("resourceVersion", Long.toString(version));
    metadata.put("creationTimestamp", "2026-01-01T00:00:00Z");
    metadata.put(
        "uid", "00000000-0000-0000-0000-%012d".formatted(key(path).hashCode() & 0x7fffffff));
    objects.put(key(path), object);
    Change change = new Change(old == null ? "ADDED" : "MODIFIED", path, object.deepCopy());
    announce(change);
    return change.object();
  }

  /** In the order of the versions; watchers only take note, and act on threads of their own. */
  private void announce(Change change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  private static void overlay(ObjectNode base, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value instanceof ObjectNode inner && base.get(field.getKey()) instanceof ObjectNode old) {
        overlay(old, inner);
      } else if (value.isNull()) {
        base.remove(field.getKey());
      } else {
        base.set(field.getKey(), value);
      }
    }
  }

  private static String key(ResourcePath path) {
    return path.collection() + "/" + path.namespace() + "/" + path.name();
  }
}
