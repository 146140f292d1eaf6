package dev.regularizer.core.observe;

import dev.regularizer.core.regularizer.Regularizer;
import dev.regularizer.core.state.RevisionState;
import java.time.Instant;
import java.util.List;

/**
 * A ModelRevision as observed.
 *
 * @param name `<model>-<suffix>`
 * @param version of the model, for people; the image tag where the user gave none
 */
public record RevisionRecord(
    String name,
    int hashVersion,
    int collision,
    String sha256,
    Instant createdAt,
    String version,
    List<Regularizer> regularizers,
    RevisionState state) {
  public RevisionRecord {
    regularizers = List.copyOf(regularizers);
  }

  /** The hash part of the name. */
  public String suffix() {
    return name.substring(name.lastIndexOf('-') + 1);
  }

  public RevisionRecord withState(RevisionState next) {
    return new RevisionRecord(
        name, hashVersion, collision, sha256, createdAt, version, regularizers, next);
  }
}
