package dev.regularizer.e2e.faults.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * One request to the API server, by what it is for.
 *
 * @param verb as the audit log names it: get, list, watch, create, update, patch, delete
 * @param resource plural name, as in the path
 * @param name of the object; of an Event, its reason, since its name is new every time
 * @param subresource or empty
 * @param dryRun whether nothing is stored
 */
public record Call(String verb, String resource, String name, String subresource, boolean dryRun) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
  private static final int NAMESPACED = 2;

  /** Whether it changes what is stored. */
  public boolean writes() {
    return WRITES.contains(verb) && !dryRun;
  }

  /** What tells this call from others, the same in every run of a scenario. */
  public String coordinate() {
    var path = subresource.isEmpty() ? resource : resource + "/" + subresource;
    return name.isEmpty() ? verb + " " + path : verb + " " + path + " " + name;
  }

  static Call of(Head request, byte[] body) {
    var words = request.line().split(" ", 3);
    var target = words[1].split("\\?", 2);
    var query = target.length > 1 ? target[1] : "";
    var path = List.of(target[0].substring(1).split("/", -1));
    // api/v1/… or apis/GROUP/VERSION/…
    int at = path.getFirst().equals("api") ? 2 : 3;
    if (path.size() > at + NAMESPACED && path.get(at).equals("namespaces")) {
      at += NAMESPACED;
    }
    var resource = path.size() > at ? path.get(at) : "";
    var name = path.size() > at + 1 ? path.get(at + 1) : "";
    var subresource = path.size() > at + 2 ? path.get(at + 2) : "";
    var verb = verb(words[0], name, query);
    return new Call(
        verb,
        resource,
        verb.equals("create") ? created(resource, body) : name,
        subresource,
        query.contains("dryRun="));
  }

  private static String verb(String method, String name, String query) {
    return switch (method) {
      case "GET" -> query.contains("watch=true") ? "watch" : name.isEmpty() ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      default -> "delete";
    };
  }

  private static String created(String resource, byte[] body) {
    try {
      JsonNode object = JSON.readTree(body);
      return object.at(resource.equals("events") ? "/reason" : "/metadata/name").asText();
    } catch (IOException noJson) {
      throw new IllegalArgumentException("a " + resource + " whose body is no JSON", noJson);
    }
  }
}
