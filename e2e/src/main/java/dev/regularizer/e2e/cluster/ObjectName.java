package dev.regularizer.e2e.cluster;

/** Namespace and name of an object. */
public record ObjectName(String namespace, String name) {

  /** Reads `namespace/name`. */
  public static ObjectName parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
      throw new IllegalArgumentException(
          "'%s' is not a namespace and a name; write it as namespace/name".formatted(text));
    }
    return new ObjectName(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
