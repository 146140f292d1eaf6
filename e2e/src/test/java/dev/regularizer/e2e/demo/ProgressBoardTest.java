package dev.regularizer.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.e2e.model.ModelView;
import dev.regularizer.e2e.traffic.Totals;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void withoutATerminalAStageIsLoggedOnce() {
    var board = board(false);
    board.show(List.of(progress("Progressing", 1, 25, 100)));
    board.show(List.of(progress("Progressing", 1, 25, 160)));
    board.show(List.of(progress("Progressing", 2, 50, 220)));
    assertThat(printed().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("0:00  better"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void onATerminalALineIsWrittenOver() {
    var board = board(true);
    board.show(List.of(progress("Progressing", 1, 25, 100)));
    board.show(List.of(progress("Progressing", 1, 25, 160)));
    assertThat(printed()).contains("\u001b[1A").contains("100 requests").contains("160 requests");
  }

  private ProgressBoard board(boolean terminal) {
    return new ProgressBoard(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        terminal,
        InstantSource.fixed(Instant.EPOCH));
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Progress progress(String phase, int step, int weight, long requests) {
    var status =
        """
        status:
          phase: %s
          candidate: {revision: better-x, step: %d, steps: 2, weight: %d, evidence: "0.10"}
        """
            .formatted(phase, step, weight);
    return new Progress(
        "better",
        new ModelView(Serialization.unmarshal(status, JsonNode.class)),
        new Totals(requests, 0, Map.of(), Map.of()));
  }
}
