package dev.regularizer.core.analysis;

/**
 * An objective for each cohort relative to all of them, as ratios with absolute floors below which
 * a difference never counts.
 *
 * @param objective harm is "over objective x all + floor"
 * @param limit harmless is "under limit x all + limitFloor"; above the objective
 * @param floor at least 0
 * @param limitFloor at least the floor
 */
public record VersusAll(double objective, double limit, double floor, double limitFloor) {

  /** Checks the order. */
  public VersusAll {
    if (!(objective > 0 && limit > objective && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "versusAll: limit %s is not above objective %s, both positive"
              .formatted(limit, objective));
    }
    if (!(floor >= 0 && limitFloor >= floor && limitFloor < 1)) {
      throw new IllegalArgumentException(
          "versusAll: floors %s and %s are not ascending in [0, 1)".formatted(floor, limitFloor));
    }
  }
}
