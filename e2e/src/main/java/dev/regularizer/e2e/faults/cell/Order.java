package dev.regularizer.e2e.faults.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to run.
 *
 * @param audit the API server's audit log
 * @param cells these; empty: drawn from all of them
 * @param count how many to draw at most
 * @param seed what is drawn is drawn with
 * @param parallel cells under way at once
 */
public record Order(
    Path repository, Path audit, List<Cell> cells, int count, long seed, int parallel) {
  /** Cells that ever failed, one a line; they are part of every slice. */
  private static final String FAILED_BEFORE = "e2e/faults-that-failed.txt";

  private static final int SLICE = 150;

  public Order {
    cells = List.copyOf(cells);
  }

  /** Reads `[--parallel N] [--seed N] [--count N] all | slice | CELL…`. */
  public static Order parse(Path repository, Path audit, List<String> words) {
    var cells = new ArrayList<Cell>();
    int count = SLICE;
    long seed = 1;
    int parallel = 16;
    for (var rest = words.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      switch (word) {
        case "--parallel" -> parallel = Integer.parseInt(rest.next());
        case "--seed" -> seed = Long.parseLong(rest.next());
        case "--count" -> count = Integer.parseInt(rest.next());
        case "all" -> count = Integer.MAX_VALUE;
        case "slice" -> {}
        default -> cells.add(Cell.parse(word));
      }
    }
    return new Order(repository, audit, cells, count, seed, parallel);
  }

  List<Cell> failedBefore() {
    try (var lines = Files.lines(repository.resolve(FAILED_BEFORE))) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Cell.parse(line.strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
