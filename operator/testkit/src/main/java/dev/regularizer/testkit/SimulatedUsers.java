package dev.regularizer.testkit;

/**
 * How often users ask, and whom they reach.
 *
 * @param requestsPerSecond of all of them
 * @param stolen share of the candidate's requests that reach stable, whatever the route says
 */
record SimulatedUsers(double requestsPerSecond, double stolen) {

  /** Requests a second that reach a revision which the route gives a weight in percent. */
  double reach(int weight, boolean stable) {
    var share = weight / 100.0;
    return requestsPerSecond * (stable ? share + stolen * (1 - share) : (1 - stolen) * share);
  }
}
