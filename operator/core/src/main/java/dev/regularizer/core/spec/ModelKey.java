package dev.regularizer.core.spec;

/** Identity of a RegularizedModel in a cluster. */
public record ModelKey(String namespace, String name) {
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
