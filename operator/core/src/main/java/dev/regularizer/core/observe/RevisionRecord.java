package dev.regularizer.core.observe;

import dev.regularizer.core.regularizer.Regularizer;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ModelRevision as observed.
 *
 * @param name `<model>-<suffix>`
 * @param version of the model, for people; the image tag where the user gave none
 * @param annotated outcome kept in an annotation, which survives a restore without status
 */
public record RevisionRecord(
    String name,
    int hashVersion,
    int collision,
    String sha256,
    Instant createdAt,
    String version,
    List<Regularizer> regularizers,
    RevisionState state,
    @Nullable Outcome annotated) {
  public RevisionRecord {
    regularizers = List.copyOf(regularizers);
  }

  /** The hash part of the name. */
  public String suffix() {
    return name.substring(name.lastIndexOf('-') + 1);
  }

  /** How the last attempt ended, also when the status was lost. */
  public Optional<Outcome> outcome() {
    return state.attempts().isEmpty() ? Optional.ofNullable(annotated) : state.outcome();
  }

  /** The same revision with another status. */
  public RevisionRecord withState(RevisionState next) {
    return new RevisionRecord(
        name, hashVersion, collision, sha256, createdAt, version, regularizers, next, annotated);
  }
}
