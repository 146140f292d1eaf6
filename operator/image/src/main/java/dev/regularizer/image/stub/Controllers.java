package dev.regularizer.image.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regularizer.image.stub.ObjectStore.Change;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Makes every Deployment ready with one pod, accepts every route, and gives a served model its next
 * revision.
 */
final class Controllers {
  private static final String POD =
      """
      {"apiVersion":"v1","kind":"Pod","metadata":{},"spec":{"containers":[]},
       "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],
        "containerStatuses":[{"name":"model","ready":true,"restartCount":0,"image":"","imageID":"",
         "state":{"running":{"startedAt":"2026-01-01T00:00:00Z"}}}]}}\
      """;

  private final ObjectStore store;
  private final ObjectMapper json;
  private final ObjectNode nextRevision;

  Controllers(ObjectStore store, ObjectMapper json, ObjectNode nextRevision) {
    this.store = store;
    this.json = json;
    this.nextRevision = nextRevision;
  }

  /** Acts on one change. */
  void accept(Change change) {
    if (change.type().equals("DELETED")) {
      return;
    }
    ObjectNode object = change.object();
    long generation = object.at("/metadata/generation").asLong();
    switch (change.path().plural()) {
      case "deployments" -> {
        if (generation != object.at("/status/observedGeneration").asLong()) {
          long replicas = object.at("/spec/replicas").asLong(1);
          addPod(change.path(), object);
          status(change.path(), rolledOut(generation, replicas));
        }
      }
      case "httproutes" -> {
        if (generation != object.at("/status/parents/0/conditions/0/observedGeneration").asLong()) {
          JsonNode parent = object.at("/spec/parentRefs/0");
          status(change.path(), accepted(parent, generation));
        }
      }
      case "regularizedmodels" -> {
        if (generation == 1 && object.at("/status/phase").asText("").equals("UpToDate")) {
          store.merge(change.path(), nextRevision);
        }
      }
      default -> {}
    }
  }

  private void addPod(ResourcePath deployment, ObjectNode object) {
    ObjectNode pod = read(POD);
    pod.withObjectProperty("metadata").set("labels", object.at("/spec/template/metadata/labels"));
    store.put(
        new ResourcePath("v1", deployment.namespace(), "pods", deployment.name() + "-0", ""), pod);
  }

  private static String rolledOut(long generation, long replicas) {
    return """
    {"observedGeneration":%1$d,"replicas":%2$d,"readyReplicas":%2$d,"availableReplicas":%2$d,
     "updatedReplicas":%2$d,"conditions":[{"type":"Available","status":"True"}]}\
    """
        .formatted(generation, replicas);
  }

  private static String accepted(JsonNode parent, long generation) {
    return """
    {"parents":[{"controllerName":"stub","parentRef":%1$s,"conditions":[
     {"type":"Accepted","status":"True","reason":"Accepted","message":"",
      "observedGeneration":%2$d,"lastTransitionTime":"2026-01-01T00:00:00Z"},
     {"type":"ResolvedRefs","status":"True","reason":"ResolvedRefs","message":"",
      "observedGeneration":%2$d,"lastTransitionTime":"2026-01-01T00:00:00Z"}]}]}\
    """
        .formatted(parent, generation);
  }

  private void status(ResourcePath path, String status) {
    ObjectNode patch = json.createObjectNode();
    patch.set("status", read(status));
    store.merge(path, patch);
  }

  private ObjectNode read(String text) {
    try {
      return (ObjectNode) json.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
