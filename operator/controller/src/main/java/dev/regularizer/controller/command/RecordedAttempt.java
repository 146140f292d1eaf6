package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.wire.RevisionStatusReader;
import dev.regularizer.controller.wire.RevisionStatusWriter;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.ModelRevisionStatus;
import java.io.InputStream;
import java.util.List;

/**
 * The last attempt of a ModelRevision, as it is stored.
 *
 * @param name of the ModelRevision
 * @param stored its status
 * @param state the same, parsed
 */
record RecordedAttempt(
    String namespace, String name, ModelRevisionStatus stored, RevisionState state) {

  static RecordedAttempt read(String file, InputStream in) throws BadInputException {
    var revision = ObjectFile.read(file, in, ModelRevision.class);
    var where = file.equals("-") ? "standard input" : file;
    var metadata = revision.getMetadata();
    if (metadata == null || metadata.getName() == null || metadata.getNamespace() == null) {
      throw new BadInputException(
          where + ": metadata: found no name and namespace; give the object as kubectl prints it");
    }
    if (revision.getStatus() == null || revision.getStatus().attempts().isEmpty()) {
      throw new BadInputException(
          where
              + ": status.attempts: found none; give a ModelRevision that was on trial, with its"
              + " status");
    }
    try {
      return new RecordedAttempt(
          metadata.getNamespace(),
          metadata.getName(),
          revision.getStatus(),
          RevisionStatusReader.read(revision.getStatus()));
    } catch (RuntimeException unreadable) {
      throw new BadInputException(
          where
              + ": status: cannot be read ("
              + ObjectFile.firstLine(unreadable)
              + "); give the object as the operator wrote it");
    }
  }

  Attempt attempt() {
    return state.attempt().orElseThrow();
  }

  /** Names of the revisions that were measured. */
  List<String> arms() {
    var against = attempt().against();
    return against == null ? List.of(name) : List.of(name, against);
  }

  /** Where the stored attempt differs from a recomputed one. */
  List<JsonDifference> differences(Attempt recomputed) {
    var json = new ObjectMapper();
    var index = stored.attempts().size() - 1;
    var written = RevisionStatusWriter.write(state.with(recomputed)).attempts().get(index);
    return JsonDifference.between(
        "status.attempts[" + index + "]",
        json.valueToTree(stored.attempts().get(index)),
        json.valueToTree(written));
  }
}
