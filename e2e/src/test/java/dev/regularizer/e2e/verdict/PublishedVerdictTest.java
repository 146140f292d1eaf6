package dev.regularizer.e2e.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.verdict.VerdictResults.Result;
import dev.regularizer.testkit.verdict.Cell;
import dev.regularizer.testkit.verdict.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The published figures are what the code of today gives; where there are none, the document says
 * so.
 */
class PublishedVerdictTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theTablesShowTheRawFigures() throws IOException {
    String document = Files.readString(ROOT.resolve(VerdictBench.DOCUMENT));
    VerdictTables tables = published().map(VerdictTables::of).orElseGet(VerdictTables::none);
    assertThat(tables.writtenTo(document)).isEqualTo(document);
  }

  @Test
  void everyCellIsPublishedAndEveryGoalMet() throws IOException {
    for (VerdictResults results : published().stream().toList()) {
      assertThat(results.cells().stream().map(Result::name))
          .containsExactlyElementsOf(Suite.cells().stream().map(Cell::name).toList());
      assertThat(results.cells().stream().flatMap(cell -> cell.missed().stream())).isEmpty();
    }
  }

  @Test
  void theFirstRunsOfEachCellEndAsPublished() throws IOException {
    for (VerdictResults results : published().stream().toList()) {
      Map<String, Result> cells =
          results.cells().stream().collect(Collectors.toMap(Result::name, Function.identity()));
      for (Cell cell : Suite.cells()) {
        assertThat(cells).containsKey(cell.name());
        assertThat(cell.play(Suite.SEED, cell.slice()))
            .as(cell.name())
            .isEqualTo(Objects.requireNonNull(cells.get(cell.name())).slice());
      }
    }
  }

  private static Optional<VerdictResults> published() throws IOException {
    Path file = ROOT.resolve(VerdictBench.RESULTS);
    return Files.exists(file)
        ? Optional.of(VerdictBench.json().readValue(file.toFile(), VerdictResults.class))
        : Optional.empty();
  }
}
