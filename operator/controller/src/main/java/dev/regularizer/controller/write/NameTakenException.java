package dev.regularizer.controller.write;

import dev.regularizer.controller.workload.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** An object with a name we need belongs to somebody else; it is left alone. */
final class NameTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  NameTakenException(HasMetadata there) {
    super(describe(there));
  }

  /** The object and whose it is, for people. */
  static String describe(HasMetadata there) {
    return there.getKind() + " " + there.getMetadata().getName() + ", " + Owner.describe(there);
  }
}
