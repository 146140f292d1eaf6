package dev.regularizer.crds.revision;

/** What is spoken to the pods. */
public enum Protocol {
  HTTP,
  H2C
}
