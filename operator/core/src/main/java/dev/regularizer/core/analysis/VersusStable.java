package dev.regularizer.core.analysis;

/**
 * An objective relative to stable, as ratios with absolute floors below which a difference never
 * counts.
 *
 * @param objective harm is "over objective x stable + floor"
 * @param limit harmless is "under limit x stable + limitFloor"; above the objective
 * @param floor at least 0
 * @param limitFloor at least the floor
 */
public record VersusStable(double objective, double limit, double floor, double limitFloor) {

  /** Checks the order. */
  public VersusStable {
    if (!(objective > 0 && limit > objective && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "ratio limit %s is not above the ratio objective %s, both positive"
              .formatted(limit, objective));
    }
    if (!(floor >= 0 && limitFloor >= floor && limitFloor < 1)) {
      throw new IllegalArgumentException(
          "floors %s and %s are not ascending in [0, 1)".formatted(floor, limitFloor));
    }
  }
}
