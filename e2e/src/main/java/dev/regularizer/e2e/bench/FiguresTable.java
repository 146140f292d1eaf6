package dev.regularizer.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of the figures, and its place in the documentation. */
final class FiguresTable {
  private static final String BEGIN = "<!-- begin generated: e2e/bench operator -->";
  private static final String END = "<!-- end generated -->";

  private FiguresTable() {}

  static String of(Figures figures) {
    return """
    | what | measured | gate |
    |---|---|---|
    | writes while nothing changes, %d s, without the lease | %d | 0 |
    | reads while nothing changes | %d | 0 |
    | Prometheus queries while nothing changes | %d | 0 |
    | writes of one rollout with five steps | %d | 20 |
    | reads of it | %d | few |
    | writes of it that changed nothing | %d | 1 %% |
    | memory (resident), one model | %d MB | 150 MB |
    | start of the process to ready | %.2f s | 2.0 s |
    | verdict recorded to traffic off | %.2f s | 1 s |
    | kills with SIGKILL during rollouts, problems | %d, %d | 20, 0 |
    """
        .formatted(
            figures.idleSeconds(),
            figures.idleWrites(),
            figures.idleReads(),
            figures.idleQueries(),
            figures.writesInAll(),
            figures.readsInAll(),
            figures.unchanged(),
            figures.residentKilobytes() / 1024,
            figures.readyMillis() / 1000.0,
            figures.offMillis() / 1000.0,
            figures.kills(),
            figures.killProblems());
  }

  /** Puts the table between its marks. */
  static void write(Path document, Figures figures) throws IOException {
    var text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(document + " has no place for the table: " + BEGIN);
    }
    Files.writeString(
        document,
        text.substring(0, begin + BEGIN.length())
            + System.lineSeparator()
            + of(figures)
            + text.substring(end));
  }
}
