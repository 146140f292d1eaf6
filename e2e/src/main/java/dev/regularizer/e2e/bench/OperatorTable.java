package dev.regularizer.e2e.bench;

import java.util.stream.Collectors;

/** The table of the operator's figures, for the documentation. */
final class OperatorTable {
  private OperatorTable() {}

  static String of(OperatorFigures figures) {
    var reads = figures.reads();
    return """
    %d rounds at commit %s, `%s`, seed %d.

    | what | median | worst | allowed | met |
    |---|---|---|---|---|
    %s| %s | %.0f | %.0f | | |
    """
        .formatted(
            figures.rounds().size(),
            figures.commit(),
            figures.command(),
            figures.seed(),
            figures.goals().stream().map(Goal::row).collect(Collectors.joining()),
            reads.what(),
            reads.median(),
            reads.worst());
  }
}
