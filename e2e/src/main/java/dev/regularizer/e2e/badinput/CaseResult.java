package dev.regularizer.e2e.badinput;

/**
 * What became of one malformed request.
 *
 * @param group and
 * @param name which one it is
 * @param became REFUSED by the API server, ANSWERED with a condition, or HARMLESS
 * @param clarity of the message
 * @param message what was said; of several things the one that was expected
 * @param problem what is not as it has to be; empty when all is well
 * @param nextMillis time until the good model behind it was acted on
 */
public record CaseResult(
    String group,
    String name,
    String became,
    Clarity clarity,
    String message,
    String problem,
    long nextMillis) {

  /** Whether the API server refused it with so clear a message. */
  boolean said(Clarity asked) {
    return became.equals("REFUSED") && clarity == asked;
  }

  boolean good() {
    return problem.isEmpty();
  }

  CaseResult next(long millis, String trouble) {
    return new CaseResult(
        group, name, became, clarity, message, problem.isEmpty() ? trouble : problem, millis);
  }
}
