package dev.regularizer.core.state;

import dev.regularizer.core.counting.CountingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the process of a pod began, as a look saw it: a counter without an earlier sample counts
 * from zero only if its process is new.
 *
 * @param pod its name
 * @param startedAt instant before which the process cannot have counted anything; null when the pod
 *     was gone
 * @param restarted whether its container started more than once
 * @param from cursor of the first look that saw it so
 */
public record PodStart(String pod, @Nullable Instant startedAt, boolean restarted, Instant from) {
  private static final String GONE = "gone";
  private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+)( restarted)? from (\\S+)");

  /**
   * Whether the start is so late that counting at a cursor may depend on it: an earlier one says
   * nothing that samples do not say.
   */
  public boolean matters(Instant cursor, Duration scrapeInterval) {
    var reach = restarted ? CountingContext.READ_BACK : CountingContext.seed(scrapeInterval);
    return startedAt != null && startedAt.isAfter(cursor.minus(reach));
  }

  boolean sameAs(PodStart other) {
    return startedAt != null && startedAt.equals(other.startedAt) && restarted == other.restarted;
  }

  /** The pod was not there any more. */
  PodStart gone(Instant cursor) {
    return new PodStart(pod, null, false, cursor);
  }

  /** One line for status. */
  public String text() {
    return pod
        + " "
        + (startedAt == null ? GONE : startedAt)
        + (restarted ? " restarted" : "")
        + " from "
        + from;
  }

  /** Reads {@link #text()}. */
  public static PodStart parse(String text) {
    var found = FORM.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "found \""
              + text
              + "\", allowed is a line such as \"ic-5c4b-7d9f 2026-01-01T00:00:44Z from"
              + " 2026-01-01T00:01:00Z\"");
    }
    return new PodStart(
        found.group(1),
        found.group(2).equals(GONE) ? null : Instant.parse(found.group(2)),
        found.group(3) != null,
        Instant.parse(found.group(4)));
  }
}
