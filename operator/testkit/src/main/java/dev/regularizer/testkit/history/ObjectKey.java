package dev.regularizer.testkit.history;

/**
 * Names one object.
 *
 * @param resource plural as in the URL, such as {@code httproutes}
 */
public record ObjectKey(String resource, String namespace, String name) {

  /** The object of another resource with the same namespace. */
  ObjectKey sibling(String otherResource, String otherName) {
    return new ObjectKey(otherResource, namespace, otherName);
  }

  @Override
  public String toString() {
    return resource + " " + namespace + "/" + name;
  }
}
