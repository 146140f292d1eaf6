package dev.regularizer.controller.wire;

import dev.regularizer.core.history.HistoryReading;
import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.crds.attempt.HistoryReadingStatus;
import dev.regularizer.crds.attempt.SliTrafficStatus;
import dev.regularizer.crds.attempt.TrafficStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was measured of stable before an attempt, bit for bit both ways. */
final class TrafficMapping {
  private static final String RESTARTED = " restarted";

  private TrafficMapping() {}

  static @Nullable TrafficStatus write(@Nullable StableTraffic traffic) {
    return traffic == null
        ? null
        : new TrafficStatus(
            traffic.windows(),
            traffic.slis().stream().map(TrafficMapping::write).toList(),
            traffic.lastWeight(),
            traffic.reading().map(TrafficMapping::write).orElse(null));
  }

  static @Nullable StableTraffic read(@Nullable TrafficStatus traffic) {
    return traffic == null
        ? null
        : new StableTraffic(
            traffic.windows(),
            traffic.slis().stream().map(TrafficMapping::read).toList(),
            traffic.lastWeight(),
            Optional.ofNullable(traffic.reading()).map(TrafficMapping::read));
  }

  private static SliTrafficStatus write(SliTraffic sli) {
    return new SliTrafficStatus(
        BigDecimal.valueOf(sli.samplesPerSecond()).toPlainString(),
        sli.needed().isPresent() ? sli.needed().getAsLong() : null);
  }

  private static SliTraffic read(SliTrafficStatus sli) {
    return new SliTraffic(
        Double.parseDouble(sli.samplesPerSecond()),
        sli.needed() == null ? OptionalLong.empty() : OptionalLong.of(sli.needed()));
  }

  private static HistoryReadingStatus write(HistoryReading reading) {
    return new HistoryReadingStatus(
        reading.end().toString(),
        GoDuration.format(reading.scrapeInterval()),
        reading.unusable(),
        new TreeMap<>(reading.podStarts())
            .entrySet().stream()
                .map(one ->
                    one.getKey()
                        + " "
                        + one.getValue()
                        + (reading.restarted().contains(one.getKey()) ? RESTARTED : ""))
                .toList());
  }

  private static HistoryReading read(HistoryReadingStatus reading) {
    var starts = new HashMap<String, Instant>();
    var restarted = new HashSet<String>();
    for (var line : reading.podStarts()) {
      var words = line.split(" ", 3);
      if (words.length < 2) {
        throw new IllegalArgumentException(
            "found \""
                + line
                + "\", allowed is a line such as \"ic-5c4b-7d9f 2026-01-01T00:00:44Z\"");
      }
      starts.put(words[0], Instant.parse(words[1]));
      if (line.endsWith(RESTARTED)) {
        restarted.add(words[0]);
      }
    }
    return new HistoryReading(
        Instant.parse(reading.end()),
        GoDuration.parse(reading.scrapeInterval()),
        reading.unusable(),
        starts,
        restarted);
  }
}
