package dev.regularizer.core.quantity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them: {@code 250ms}, {@code 30s}, {@code 1h30m}. Without a sign: no span
 * of ours is negative.
 */
public final class GoDuration {
  /** What may be written, for messages. */
  public static final String ALLOWED =
      "a duration such as 250ms, 30s, 10m or 1h30m (units h, m, s, ms, us, ns; a day is 24h)";

  private static final int LONGEST = 64;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String PART = "([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern FORM = Pattern.compile("(" + PART + ")+");

  private enum Unit {
    H(3_600_000_000_000L),
    M(60_000_000_000L),
    S(1_000_000_000L),
    MS(1_000_000L),
    US(1_000L),
    NS(1L);

    private final long nanos;

    Unit(long nanos) {
      this.nanos = nanos;
    }

    private String text() {
      return switch (this) {
        case H -> "h";
        case M -> "m";
        case S -> "s";
        case MS -> "ms";
        case US -> "us";
        case NS -> "ns";
      };
    }

    private static Unit of(String text) {
      return switch (text) {
        case "h" -> H;
        case "m" -> M;
        case "s" -> S;
        case "ms" -> MS;
        case "ns" -> NS;
        default -> US;
      };
    }
  }

  private GoDuration() {}

  /**
   * The span of time, if the text is one (as in Go at most some 292 years, and whole nanoseconds).
   */
  public static Optional<Duration> find(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos = BigDecimal.ZERO;
    for (var parts = PARTS.matcher(text); parts.find(); ) {
      var unit = BigDecimal.valueOf(Unit.of(parts.group(2)).nanos);
      nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(unit));
    }
    return nanos.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  /** The span of time; the exception's message tells a user what was found and what is allowed. */
  public static Duration parse(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("found \"" + text + "\"; allowed: " + ALLOWED));
  }

  /** The shortest spelling in whole units: {@code 1h30m}, {@code 1s500ms}, {@code 0s}. */
  public static String format(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a negative duration: " + duration);
    }
    var out = new StringBuilder();
    long rest = duration.toNanos();
    for (var unit : Unit.values()) {
      if (rest >= unit.nanos) {
        out.append(rest / unit.nanos).append(unit.text());
        rest %= unit.nanos;
      }
    }
    return out.isEmpty() ? "0s" : out.toString();
  }

  /** One spelling for all spellings of a duration; other text stays as it is. */
  public static String normalise(String text) {
    return find(text).map(GoDuration::format).orElse(text);
  }
}
