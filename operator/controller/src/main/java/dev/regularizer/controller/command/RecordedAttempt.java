package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.sampling.SampleArchive;
import dev.regularizer.controller.wire.RevisionStatusReader;
import dev.regularizer.controller.wire.RevisionStatusWriter;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.ModelRevisionStatus;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** When the first of stable's windows before the attempt begins; empty when none were read. */
  Optional<Instant> countedFrom() {
    return Optional.ofNullable(attempt().traffic())
        .flatMap(StableTraffic::reading)
        .map(reading -> reading.from(attempt().policy()));
  }

  /** Where its windows lie: expressions are asked at their ends. */
  List<SampleArchive.Span> spans() {
    var window = attempt().policy().window();
    var all = new ArrayList<SampleArchive.Span>();
    Optional.ofNullable(attempt().traffic())
        .flatMap(StableTraffic::reading)
        .map(reading -> new SampleArchive.Span(reading.from(attempt().policy()), reading.end()))
        .ifPresent(all::add);
    attempt().looks().runs().stream()
        .map(run -> new SampleArchive.Span(run.from(), run.end(window)))
        .forEach(all::add);
    return all;
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
