package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, as it is kept in {@code e2e/results/badinput.json}.
 *
 * @param commit of the sources
 * @param server version of the API server
 */
record BadInputResults(String command, String commit, String server, List<Group> groups) {
  private static final double LEAST_REFUSED = 0.9;

  /** One group of malformed requests and what became of them. */
  record Group(String name, String title, List<CaseResult> cases) {
    Group {
      cases = List.copyOf(cases);
    }

    private long became(String what) {
      return cases.stream().filter(it -> it.became().equals(what)).count();
    }

    private String row() {
      return row(title, List.of(this));
    }

    private static String row(String title, List<Group> groups) {
      var all = groups.stream().flatMap(it -> it.cases().stream()).toList();
      return "| %s | %d | %d | %d | %d | %d | %d | %d ms |\n"
          .formatted(
              title,
              all.size(),
              groups.stream().mapToLong(it -> it.became("REFUSED")).sum(),
              all.stream().filter(it -> it.said(Clarity.COMPLETE)).count(),
              all.stream().filter(it -> it.said(Clarity.EXPECTED)).count(),
              groups.stream().mapToLong(it -> it.became("ANSWERED")).sum(),
              groups.stream().mapToLong(it -> it.became("HARMLESS")).sum(),
              all.stream().mapToLong(CaseResult::nextMillis).max().orElse(0));
    }
  }

  BadInputResults {
    groups = List.copyOf(groups);
  }

  private Stream<CaseResult> cases() {
    return groups.stream().flatMap(it -> it.cases().stream());
  }

  /** What is not as it has to be, a line each. */
  @JsonIgnore
  List<String> problems() {
    var wrong =
        cases()
            .filter(it -> !it.good())
            .map(it -> it.group() + ": " + it.name() + ": " + it.problem());
    var refused = cases().filter(it -> it.became().equals("REFUSED")).count();
    var malformed = cases().filter(it -> !it.became().equals("HARMLESS")).count();
    var few =
        refused < LEAST_REFUSED * malformed
            ? Stream.of("the API server refused %d of %d".formatted(refused, malformed))
            : Stream.<String>empty();
    return Stream.concat(wrong, few).toList();
  }

  /** The table for people. */
  String table() {
    return """
    `%s` at commit %s, API server %s.

    | what is wrong | requests | refused by the API server | with all four parts | with path and expected type | answered by a condition | taken as the text it is | longest wait of the good model behind it |
    |---|---|---|---|---|---|---|---|
    %s%s\
    """
        .formatted(
            command,
            commit,
            server,
            groups.stream().map(Group::row).collect(Collectors.joining()),
            Group.row("all", groups));
  }
}
