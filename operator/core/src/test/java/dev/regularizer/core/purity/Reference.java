package dev.regularizer.core.purity;

/**
 * One thing outside itself that a class file names.
 *
 * @param from the class file
 * @param owner the class that is named, or whose member is
 * @param member the method or field; empty for the class itself
 * @param descriptor types of the member; empty for the class itself
 */
record Reference(String from, String owner, String member, String descriptor) {

  String packageName() {
    int dot = owner.lastIndexOf('.');
    return dot < 0 ? "" : owner.substring(0, dot);
  }

  boolean isTo(String type) {
    return owner.equals(type);
  }

  @Override
  public String toString() {
    return from + " -> " + owner + (member.isEmpty() ? "" : "." + member + descriptor);
  }
}
