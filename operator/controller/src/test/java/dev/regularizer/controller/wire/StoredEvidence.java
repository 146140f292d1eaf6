package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.CohortText;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliStateText;
import dev.regularizer.core.statistics.HexDoubles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What SLIs of each kind have gathered, with sums that no short decimal stands for. */
final class StoredEvidence {
  private StoredEvidence() {}

  static SliState events() {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            4,
            0,
            1,
            false,
            true,
            List.of(1L, 2L, 300L),
            List.of(1L, 1L, 200L),
            List.of(1L, 2L, 3L, 4L, 5L, 6L),
            none,
            hex(),
            hex(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            List.of(),
            List.of()));
  }

  static SliState costs() {
    return gathered(31, List.of(31L, 9_000L), hex().subList(0, 5), List.of(), List.of(), List.of());
  }

  static SliState query() {
    return gathered(
        7, List.of(), List.of(), List.of(7L, 3L, 1L, 2L), hex().subList(0, 1), List.of());
  }

  static SliState cohorts() {
    return gathered(
        31,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new CohortText("", 60, 6, HexDoubles.pack(sums()), ""),
            new CohortText("day", 99, 0, "", ""),
            new CohortText("night ☾", 210, 20, HexDoubles.pack(sums()), HexDoubles.pack(sums()))));
  }

  /** Without events and labels. */
  private static SliState gathered(
      int windows,
      List<Long> costCounts,
      List<String> costs,
      List<Long> queryCounts,
      List<String> queryValue,
      List<CohortText> cohorts) {
    var none = List.<Long>of();
    return SliState.of(
        new SliStateText(
            SliState.START.text().gridVersion(),
            windows,
            0,
            0,
            false,
            false,
            none,
            none,
            none,
            none,
            List.of(),
            List.of(),
            none,
            List.of(),
            none,
            none,
            List.of(),
            none,
            costCounts,
            costs,
            queryCounts,
            queryValue,
            cohorts));
  }

  private static List<String> hex() {
    return sums().stream().map(Double::toHexString).toList();
  }

  static List<Double> sums() {
    var sums = new ArrayList<Double>();
    for (int i = 1; i <= 12; i++) {
      sums.add(-1.0 / (3 * i));
    }
    return Collections.unmodifiableList(sums);
  }
}
