package dev.regularizer.samples.traffic;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations such as 500ms, 30s and 1h30m. */
final class GoDuration {
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L);

  private GoDuration() {}

  /** The duration; empty when the text is none. */
  static Optional<Duration> parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    var millis = BigDecimal.ZERO;
    for (var parts = PART.matcher(text); parts.find(); ) {
      var unit = MILLIS.getOrDefault(parts.group(2), 0L);
      millis = millis.add(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit)));
    }
    return Optional.of(Duration.ofMillis(millis.longValue()));
  }
}
