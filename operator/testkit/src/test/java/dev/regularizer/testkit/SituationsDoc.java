package dev.regularizer.testkit;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.testkit.RecordedTranscripts.Decided;
import dev.regularizer.testkit.RecordedTranscripts.Recorded;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of everything that can happen to a model, made from the golden transcripts. */
final class SituationsDoc {
  private static final int MENTIONED = 4;
  private static final String INTRODUCTION =
      """
      # Situations

      Everything the operator decides is one pure function of what it sees. Each situation below has at least one golden
      transcript: a recorded run of that function against a simulated cluster and a simulated Prometheus, compared line by
      line by the tests. A line says when, what was seen, and after `=>` the phase, the reason, the message for people and
      what was done. Revisions are letters in the order in which they appear.

      This file is generated from the transcripts: `./mvnw verify -Ddocs.update=true`.
      """;

  private final List<Recorded> transcripts;

  SituationsDoc(List<Recorded> transcripts) {
    this.transcripts = transcripts;
  }

  String text() {
    return Stream.of(INTRODUCTION, rows(), others(), phases(), reasons())
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String rows() {
    return Rows.ALL.stream()
        .map(row -> cells(row, links(showing(row)), code(row)))
        .collect(
            Collectors.joining(
                "\n",
                """
                ## What happens when

                | situation: rule | transcripts | decided in |
                |---|---|---|
                """,
                ""));
  }

  private String others() {
    return transcripts.stream()
        .filter(one -> !Rows.ALL.contains(one.shows()))
        .map(one -> cells(one.shows(), link(one)))
        .collect(
            Collectors.joining(
                "\n",
                """
                ## Besides

                | shows | transcript |
                |---|---|
                """,
                ""));
  }

  private String phases() {
    return Stream.of(Phase.values())
        .map(Phase::text)
        .map(phase ->
            cells(
                phase,
                decided()
                    .filter(one -> one.phase().equals(phase))
                    .map(SituationsDoc::tool)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("<br>"))))
        .collect(
            Collectors.joining(
                "\n",
                """
                ## Phases

                What `kubectl wait`, Flux and Argo CD make of a status (kstatus), by phase and reason. It is computed from the
                conditions of every status in every transcript.

                | phase | kstatus: reasons |
                |---|---|
                """,
                ""));
  }

  /** "Failed: NameConflict". */
  private static String tool(Decided one) {
    var phase = Stream.of(Phase.values()).filter(it -> it.text().equals(one.phase())).findFirst();
    return Intended.of(phase.orElseThrow(), Reason.valueOf(one.reason())).text()
        + ": "
        + one.reason();
  }

  private String reasons() {
    return Stream.of(Reason.values())
        .filter(reason -> decided().anyMatch(one -> one.reason().equals(reason.name())))
        .map(this::reason)
        .collect(
            Collectors.joining(
                "\n",
                """
                ## Reasons

                The same word is in conditions, Events, log lines and metrics.

                | reason | phases | a message with it | transcripts |
                |---|---|---|---|
                """,
                ""));
  }

  private String reason(Reason reason) {
    var with =
        transcripts.stream()
            .filter(one -> one.decided().stream().anyMatch(it -> it.reason().equals(reason.name())))
            .toList();
    var phases =
        decided()
            .filter(one -> one.reason().equals(reason.name()))
            .map(Decided::phase)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    var message =
        with.getFirst().decided().stream()
            .filter(one -> one.reason().equals(reason.name()))
            .findFirst()
            .orElseThrow()
            .message();
    var more = with.size() - MENTIONED;
    return cells(
        reason.name(),
        phases,
        message,
        links(with.stream().limit(MENTIONED).toList())
            + (more > 0 ? " and " + more + " more" : ""));
  }

  private Stream<Decided> decided() {
    return transcripts.stream().flatMap(one -> one.decided().stream());
  }

  private List<Recorded> showing(String row) {
    return transcripts.stream().filter(one -> one.shows().equals(row)).toList();
  }

  private static String links(List<Recorded> all) {
    return all.stream().map(SituationsDoc::link).collect(Collectors.joining(", "));
  }

  private static String link(Recorded one) {
    return "[%s](../testkit/%s/%s.txt)"
        .formatted(one.name(), RecordedTranscripts.DIRECTORY, one.name());
  }

  private static String code(String row) {
    return RowCode.of(row).stream()
        .map(name -> "[%s](%s/%s.java)".formatted(name, SituationsDocTest.ROLLOUT, name))
        .collect(Collectors.joining(", "));
  }

  private static String cells(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|").replace("<hash>", "`<hash>`"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
