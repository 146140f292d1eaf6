package dev.regularizer.crds.sli;

/** What promotion asks of an SLI. */
public enum Gate {
  Pass,
  NoFail,
  Advisory
}
