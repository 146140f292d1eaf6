package dev.regularizer.e2e.faults;

import dev.regularizer.e2e.faults.cell.Bench;
import dev.regularizer.e2e.faults.cell.Order;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs cells of the fault matrix: arguments are the repository, the audit log and an {@link Order}.
 */
public final class FaultRun {
  private FaultRun() {}

  public static void main(String[] args) throws InterruptedException {
    var words = List.of(args);
    var order =
        Order.parse(Path.of(words.get(0)), Path.of(words.get(1)), words.subList(2, words.size()));
    System.exit(Bench.run(order, System.out) ? 0 : 1);
  }
}
