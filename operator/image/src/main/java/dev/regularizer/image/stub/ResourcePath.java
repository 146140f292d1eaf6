package dev.regularizer.image.stub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path of the Kubernetes API.
 *
 * @param apiVersion `v1` or `group/version`
 * @param namespace empty for all
 * @param plural the resource
 * @param name empty for the collection
 * @param subresource empty for the object itself
 */
record ResourcePath(
    String apiVersion, String namespace, String plural, String name, String subresource) {

  /** Reads `/api/v1/…` and `/apis/group/version/…`. */
  static ResourcePath parse(String path) {
    List<String> parts = new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
    String version = parts.removeFirst().equals("api") ? "" : parts.removeFirst() + "/";
    version += parts.isEmpty() ? "" : parts.removeFirst();
    String namespace = "";
    if (parts.size() > 2 && parts.getFirst().equals("namespaces")) {
      namespace = parts.get(1);
      parts = parts.subList(2, parts.size());
    }
    return new ResourcePath(version, namespace, at(parts, 0), at(parts, 1), at(parts, 2));
  }

  private static String at(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /** Key of the collection over all namespaces. */
  String collection() {
    return apiVersion + "/" + plural;
  }
}
