package dev.regularizer.core.state;

import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.quantity.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks of the same kind that followed each other without a gap. Which windows were read together
 * decides how far back their samples reached, so a replay needs it.
 *
 * @param from end of the window before the first look: where its counting began
 * @param looks how many, at least 1
 * @param windows windows of each look, at least 1
 * @param step position of the step among those of the attempt, from 1; of a bake the last one
 * @param scrapeInterval of the connection at the time
 * @param unusable why the answers were not counted; empty when they were
 * @param readBack whether the samples reached one hour back
 * @param timed whether the windows counted as step time; not while paused
 * @param bakeWindows J of the bake they belong to; 0 for looks of the trial
 * @param exact whether `windows` is what each look read; when too many runs had to be kept, looks
 *     are remembered as if each had read one window
 */
public record LookRun(
    Instant from,
    int looks,
    int windows,
    int step,
    Duration scrapeInterval,
    Optional<InvalidReason> unusable,
    boolean readBack,
    boolean timed,
    int bakeWindows,
    boolean exact) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+) (\\d+)x(\\d+) step=(\\d+) (\\S+)(?: unusable=(\\w+))?( readBack)?( paused)?(?:"
              + " bake=(\\d+))?( regrouped)?");

  /** Where the run ends. */
  public Instant end(Duration window) {
    return from.plus(window.multipliedBy((long) looks * windows));
  }

  /** One look of the run, counted from 0. */
  public LookRun one(int index, Duration window) {
    return new LookRun(
        from.plus(window.multipliedBy((long) index * windows)),
        1,
        windows,
        step,
        scrapeInterval,
        unusable,
        readBack,
        timed,
        bakeWindows,
        exact);
  }

  /** The same look with samples that reach one hour back. */
  public LookRun readingBack() {
    return new LookRun(
        from, looks, windows, step, scrapeInterval, unusable, true, timed, bakeWindows, exact);
  }

  /** Whether another run may go on in this one but for where it begins. */
  boolean alike(LookRun other) {
    return windows == other.windows && sameKind(other) && exact == other.exact;
  }

  /** Whether both differ in how many windows were read together at most. */
  boolean sameKind(LookRun other) {
    return step == other.step
        && scrapeInterval.equals(other.scrapeInterval)
        && unusable.equals(other.unusable)
        && readBack == other.readBack
        && timed == other.timed
        && bakeWindows == other.bakeWindows;
  }

  LookRun longer(int more) {
    return new LookRun(
        from,
        looks + more,
        windows,
        step,
        scrapeInterval,
        unusable,
        readBack,
        timed,
        bakeWindows,
        exact);
  }

  /** This run and the next one, of the same kind, window by window. */
  LookRun regroupedWith(LookRun next) {
    return new LookRun(
        from,
        looks * windows + next.looks * next.windows,
        1,
        step,
        scrapeInterval,
        unusable,
        readBack,
        timed,
        bakeWindows,
        false);
  }

  /** One line for status, such as {@code 2026-01-01T00:00:44Z 12x1 step=1 2s paused}. */
  public String text() {
    return from
        + " "
        + looks
        + "x"
        + windows
        + " step="
        + step
        + " "
        + GoDuration.format(scrapeInterval)
        + unusable.map(why -> " unusable=" + why).orElse("")
        + (readBack ? " readBack" : "")
        + (timed ? "" : " paused")
        + (bakeWindows > 0 ? " bake=" + bakeWindows : "")
        + (exact ? "" : " regrouped");
  }

  /** Reads {@link #text()}. */
  public static LookRun parse(String text) {
    var found = FORM.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "found \""
              + text
              + "\", allowed is a line such as \"2026-01-01T00:00:44Z 12x1 step=1 2s\": begin,"
              + " looks x windows, step, scrape interval");
    }
    return new LookRun(
        Instant.parse(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        Integer.parseInt(found.group(4)),
        GoDuration.parse(found.group(5)),
        Optional.ofNullable(found.group(6)).map(InvalidReason::valueOf),
        found.group(7) != null,
        found.group(8) == null,
        found.group(9) == null ? 0 : Integer.parseInt(found.group(9)),
        found.group(10) == null);
  }
}
