package dev.regularizer.controller.wire;

import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.crds.attempt.SliTrafficStatus;
import dev.regularizer.crds.attempt.TrafficStatus;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was measured of stable before an attempt, bit for bit both ways. */
final class TrafficMapping {
  private TrafficMapping() {}

  static @Nullable TrafficStatus write(@Nullable StableTraffic traffic) {
    return traffic == null
        ? null
        : new TrafficStatus(
            traffic.windows(), traffic.slis().stream().map(TrafficMapping::write).toList());
  }

  static @Nullable StableTraffic read(@Nullable TrafficStatus traffic) {
    return traffic == null
        ? null
        : new StableTraffic(
            traffic.windows(), traffic.slis().stream().map(TrafficMapping::read).toList());
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
}
