package dev.regularizer.controller.command;

import dev.regularizer.core.chart.EvidenceChart;
import dev.regularizer.core.chart.ReliabilityDiagram;
import dev.regularizer.core.replay.ReplayReport;
import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.HexDoubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a replay found as SVG. */
final class Drawings {
  private Drawings() {}

  static void write(String folder, RecordedAttempt recorded, ReplayReport report)
      throws BadInputException {
    var title = recorded.namespace() + "/" + recorded.name();
    var attempt = report.recomputed();
    try {
      var path = Files.createDirectories(Path.of(folder));
      Files.writeString(
          path.resolve("evidence.svg"),
          EvidenceChart.draw(title + ", attempt " + attempt.number(), report.looks()));
      for (int i = 0; i < attempt.policy().slis().size(); i++) {
        var name = attempt.policy().slis().get(i).name();
        var bins = attempt.measurements().slis().get(i).text();
        if (!bins.labeled().isEmpty()) {
          Files.writeString(
              path.resolve("reliability-" + name + ".svg"),
              ReliabilityDiagram.draw(
                  name + " of " + title,
                  new CalibrationCounts(
                      bins.labeled(), HexDoubles.decode(bins.confidence()), bins.correct()),
                  attempt.policy().falseRollback()));
        }
      }
    } catch (IOException unwritable) {
      throw new BadInputException(
          "--svg "
              + folder
              + ": cannot be written ("
              + unwritable.getClass().getSimpleName()
              + "); give a folder that can be made");
    }
  }
}
