package dev.regularizer.core.replay;

import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.core.state.Attempt;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts stable's windows before an attempt again: its traffic, and the overdispersion that the
 * attempt is judged with. The looks are replayed with what is stored, so that a difference here is
 * told once and not by every figure.
 */
final class HistoryReplay {
  private final String namespace;
  private final SampleMatrix samples;
  private final ReplayNotes notes;

  HistoryReplay(String namespace, SampleMatrix samples, ReplayNotes notes) {
    this.namespace = namespace;
    this.samples = samples;
    this.notes = notes;
  }

  /** The traffic as the samples give it; as stored where they cannot tell. */
  @Nullable StableTraffic traffic(Attempt stored) {
    var traffic = stored.traffic();
    var stable = stored.against();
    if (traffic == null || stable == null) {
      return traffic;
    }
    if (traffic.reading().isEmpty()) {
      notes.beyond(
          traffic.windows() == 0
              ? "stable's windows before the attempt were not read in time: nothing is known of its"
                  + " traffic, and overdispersion is 1"
              : "how stable's windows before the attempt were read is not kept: its traffic and"
                  + " overdispersion are taken from the record");
      return traffic;
    }
    var reading = traffic.reading().get();
    var declared = declared(stored.policy());
    var counts = reading.count(samples, namespace, stable, declared);
    var judged = counts.frozen(declared);
    var again = counts.traffic(judged, traffic.lastWeight()).readBy(reading);
    var from = reading.from(declared);
    var what = "stable's windows from " + from + " to " + reading.end();
    if (judged.equals(stored.policy()) && again.equals(traffic)) {
      notes.reproduced(
          what + ": " + traffic.windows() + " counted, traffic and overdispersion" + phis(judged));
      return traffic;
    }
    if (!reaches(from)) {
      notes.beyond(
          what
              + ": the samples do not reach back so far; its traffic and overdispersion are taken"
              + " from the record");
      return traffic;
    }
    notes.contradicts(
        what
            + ": stored "
            + traffic.windows()
            + " windows and overdispersion"
            + phis(stored.policy())
            + ", recomputed "
            + again.windows()
            + " and"
            + phis(judged));
    return again;
  }

  /** The policy before anything was measured. */
  private static TrialPolicy declared(TrialPolicy policy) {
    return policy.withSlis(
        policy.slis().stream().map(sli -> sli.withPhi(1, PhiSource.Default)).toList());
  }

  private boolean reaches(Instant from) {
    var first = samples.firstMillis();
    return first.isPresent() && first.getAsLong() <= from.toEpochMilli();
  }

  /** " 1 (rejections), 1.4 (errors)"; " not measured" where there were too few windows. */
  private static String phis(TrialPolicy policy) {
    var measured =
        policy.slis().stream()
            .filter(sli -> sli.phiFrom() == PhiSource.History)
            .map(sli -> " " + sli.phi() + " (" + sli.name() + ")")
            .collect(Collectors.joining(","));
    return measured.isEmpty() ? " not measured" : measured;
  }
}
