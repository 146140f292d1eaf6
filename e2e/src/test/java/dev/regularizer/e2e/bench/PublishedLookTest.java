package dev.regularizer.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published figures of one look are those that were measured. */
class PublishedLookTest {
  private final PublishedLook published = new PublishedLook(Repository.root());

  @Test
  void theTableShowsTheRawFigures() throws IOException {
    assertThat(Files.readString(published.document())).isEqualTo(published.written());
  }

  @Test
  void everyGoalIsMet() throws IOException {
    for (var figures : published.figures().stream().toList()) {
      assertThat(figures.goals()).allMatch(Goal::met);
    }
  }

  @Test
  void aGoalIsMissedByOneSlowRun() {
    var slow =
        new LookFigures(
            "e2e/bench look",
            "0000",
            1,
            Map.of("java", "25"),
            "-Xmx96m",
            13,
            20,
            20,
            1500,
            List.of(new LookFigures.Run(400, 900_000), new LookFigures.Run(1100, 900_000)));
    assertThat(slow.goals().stream().map(Goal::met)).containsExactly(false, true);
    assertThat(slow.table())
        .contains("13 SLIs, 20 cohorts and 1500 series of 20 pods; 2 virtual machines")
        .contains("| time | 0.75 ms | 1.10 ms | 1 ms | no |")
        .contains("| allocation | 900 kB | 900 kB | 1000 kB | yes |");
  }
}
