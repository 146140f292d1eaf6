package dev.regularizer.e2e.faults.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CellTest {
  private static final Outcome REFERENCE =
      new Outcome(
          Cell.parse("promote"),
          List.of(),
          "",
          List.of(),
          Duration.ZERO,
          Collections.nCopies(7, "update regularizedmodels/status ic"),
          Map.of("pods", 3),
          0);

  @Test
  void textIsReadAsItIsPrinted() {
    for (var text : List.of("install", "fail/kill-stored@3", "revert/cut-after@2,kill-before@9")) {
      assertThat(Cell.parse(text)).hasToString(text);
    }
    assertThatThrownBy(() -> Cell.parse("dance/kill-stored@3"))
        .hasMessageContaining("found scenario 'dance'; allowed: install, promote");
  }

  @Test
  void everyWriteAndEveryEventIsAMoment() {
    var cells = Moments.of(REFERENCE, 1).stream().map(Cell::toString).toList();

    assertThat(cells)
        .contains("promote/kill-stored@1", "promote/kill-stored@7", "promote/gone-pods@3")
        .doesNotContain("promote/kill-stored@8", "promote/gone-pods@4");
    assertThat(cells.stream().filter(it -> it.contains("kill-") && !it.contains(",")))
        .hasSize(3 * 7);
    assertThat(cells).isEqualTo(Moments.of(REFERENCE, 1).stream().map(Cell::toString).toList());
  }

  @Test
  void everyCellCanBeCarriedOut() {
    for (var cell : Moments.of(REFERENCE, 1)) {
      assertThat(cell.faults()).isNotEmpty();
      assertThat(Cell.parse(cell.toString())).isEqualTo(cell);
    }
  }

  @Test
  void anOrderNamesCellsOrDrawsThem() {
    var somewhere = Path.of(".");

    var named = Order.parse(somewhere, somewhere, List.of("promote/kill-stored@3"));
    var slice = Order.parse(somewhere, somewhere, List.of("slice", "--count", "9", "--seed", "7"));
    var all = Order.parse(somewhere, somewhere, List.of("all"));

    assertThat(named.cells().stream().map(Cell::toString).collect(Collectors.joining()))
        .isEqualTo("promote/kill-stored@3");
    assertThat(slice.cells()).isEmpty();
    assertThat(slice.count()).isEqualTo(9);
    assertThat(slice.seed()).isEqualTo(7);
    assertThat(all.count()).isEqualTo(Integer.MAX_VALUE);
  }
}
