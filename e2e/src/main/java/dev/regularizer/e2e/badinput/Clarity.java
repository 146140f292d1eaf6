package dev.regularizer.e2e.badinput;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a message helps: where, what was found, what is allowed, what to do. */
enum Clarity {
  /** All four, in our words. */
  COMPLETE,
  /** The path and what is expected there, in the words of the API server. */
  EXPECTED,
  /** Something is missing. */
  UNCLEAR;

  private static final Pattern ALL_PARTS =
      Pattern.compile("found .+; allowed: .+; .+", Pattern.DOTALL);

  private static final Pattern EXPECTATION =
      Pattern.compile(
          "must be of type|expected (int64|map)|should be a non-negative integer|must be an"
              + " object|a valid label|must consist of|must be no more than|should be"
              + " (greater|less) than or equal to|supported values?:|Required value|may not be"
              + " (more|longer) than|must have at most|should have at least|should be at"
              + " least|Duplicate value|unknown field|duplicate field");

  /** A rule on the whole object is reported nowhere: then its message has to name the field. */
  private static final Pattern NAMED = Pattern.compile("\\b(metadata|spec)[.][a-z]");

  static Clarity of(Refusal refusal) {
    if (!refusal.hasField() && !NAMED.matcher(refusal.message()).find()) {
      return UNCLEAR;
    }
    return ALL_PARTS.matcher(refusal.message()).find()
        ? COMPLETE
        : EXPECTATION.matcher(refusal.message()).find() ? EXPECTED : UNCLEAR;
  }

  /** The least clear of several. */
  static Clarity of(List<Refusal> refusals) {
    return refusals.stream()
        .map(Clarity::of)
        .reduce(COMPLETE, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
