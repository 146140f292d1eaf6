package dev.regularizer.testkit.verdict;

import java.util.ArrayList;
import java.util.List;

/** All cells of the simulation. */
public final class Suite {

  /** The seed of the published figures. */
  public static final long SEED = 20_261_124;

  private Suite() {}

  /** The cells, in the order of the tables. */
  public static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    cells.addAll(TypeOneCells.all());
    cells.addAll(BurstCells.all());
    cells.addAll(PowerCells.all());
    cells.addAll(CombinationCells.all());
    cells.addAll(StrikesCells.all());
    cells.addAll(PolicyCells.all());
    return List.copyOf(cells);
  }
}
