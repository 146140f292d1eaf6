package dev.regularizer.samples.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What traffic to make. Rate and duration have hard bounds: a load generator must end by itself.
 *
 * @param url address of the gateway or the model server
 * @param host value of the Host header; empty: the one of the URL
 * @param rate requests a second, at equal distances, whatever the answers do
 * @param duration after which no request is sent
 * @param feedbackDelay how long after an answer its true label is sent
 * @param feedbackRate share of answers whose label is sent
 * @param seed decides which images are sent and which labels are
 * @param cohorts groups that the requests say they are of, each as often; empty: none
 * @param timeout after which a request without an answer has failed
 */
public record Plan(
    URI url,
    Optional<String> host,
    double rate,
    Duration duration,
    Duration feedbackDelay,
    double feedbackRate,
    long seed,
    List<String> cohorts,
    Duration timeout) {
  /** Highest rate. */
  public static final double MOST_PER_SECOND = 1000;

  /** Longest duration. */
  public static final Duration LONGEST = Duration.ofHours(2);

  private static final int MOST_COHORTS = 20;
  private static final Pattern COHORT = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  /** Most requests that wait for an answer at a time; more of them wait to be sent. */
  static final int MOST_IN_FLIGHT = 512;

  /** Checks the bounds. */
  public Plan {
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new InvalidPlanException(
          "--url", "\"" + url + "\"", "write an address such as http://127.0.0.1:8080");
    }
    if (!(rate > 0 && rate <= MOST_PER_SECOND)) {
      throw new InvalidPlanException(
          "--rate", Double.toString(rate), "write a number above 0 and up to " + MOST_PER_SECOND);
    }
    within("--duration", duration);
    if (feedbackDelay.isNegative() || feedbackDelay.compareTo(LONGEST) > 0) {
      throw new InvalidPlanException(
          "--feedback-delay", feedbackDelay.toString(), "write a duration up to 2h");
    }
    if (!(feedbackRate >= 0 && feedbackRate <= 1)) {
      throw new InvalidPlanException(
          "--feedback-rate", Double.toString(feedbackRate), "write a number from 0 to 1");
    }
    cohorts = List.copyOf(cohorts);
    if (cohorts.size() > MOST_COHORTS || !cohorts.stream().allMatch(COHORT.asMatchPredicate())) {
      throw new InvalidPlanException(
          "--cohorts",
          String.join(",", cohorts),
          "write up to "
              + MOST_COHORTS
              + " names of letters, digits, _ and -, with commas between");
    }
    within("--timeout", timeout);
  }

  /** A plan with the standard settings. */
  public static Plan of(URI url, double rate, Duration duration) {
    return new Plan(
        url,
        Optional.empty(),
        rate,
        duration,
        Duration.ofSeconds(2),
        1,
        1,
        List.of(),
        Duration.ofSeconds(10));
  }

  /** The same with another Host header. */
  public Plan withHost(String name) {
    return new Plan(
        url,
        Optional.of(name),
        rate,
        duration,
        feedbackDelay,
        feedbackRate,
        seed,
        cohorts,
        timeout);
  }

  /** The same with other feedback. */
  public Plan withFeedback(double share, Duration delay) {
    return new Plan(url, host, rate, duration, delay, share, seed, cohorts, timeout);
  }

  /** The same with another seed. */
  public Plan withSeed(long other) {
    return new Plan(
        url, host, rate, duration, feedbackDelay, feedbackRate, other, cohorts, timeout);
  }

  /** The same with requests that name a cohort. */
  public Plan withCohorts(List<String> names) {
    return new Plan(url, host, rate, duration, feedbackDelay, feedbackRate, seed, names, timeout);
  }

  private static void within(String flag, Duration duration) {
    if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
      throw new InvalidPlanException(
          flag, duration.toString(), "write a duration above 0s and up to 2h");
    }
  }
}
