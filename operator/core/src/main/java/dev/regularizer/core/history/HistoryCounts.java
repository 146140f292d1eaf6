package dev.regularizer.core.history;

import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;
import dev.regularizer.core.spec.TrialPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What stable counted in the windows before an attempt. Windows that cannot be counted are left
 * out; nothing is guessed for them.
 *
 * @param windows in which Prometheus had stored something
 * @param slis per SLI, in the order of the policy
 */
public record HistoryCounts(int windows, List<SliHistory> slis) {

  /** Copies the list. */
  public HistoryCounts {
    slis = List.copyOf(slis);
  }

  /** Nothing read yet. */
  public static HistoryCounts start(TrialPolicy policy) {
    return new HistoryCounts(0, Collections.nCopies(policy.slis().size(), SliHistory.START));
  }

  /** Adds the windows of one piece of the history. */
  public HistoryCounts plus(TrialPolicy policy, HistoryPlan.Chunk chunk, ArmSamples stable) {
    HistoryCounts counts = this;
    for (var from = chunk.from(); from.isBefore(chunk.end()); from = from.plus(policy.window())) {
      var to = from.plus(policy.window());
      counts = counts.plus(policy, new WindowEdges(from.toEpochMilli(), to.toEpochMilli()), stable);
    }
    return counts;
  }

  private HistoryCounts plus(TrialPolicy policy, WindowEdges window, ArmSamples stable) {
    if (!stable.observed(window)) {
      return this;
    }
    List<SliHistory> next = new ArrayList<>();
    for (int i = 0; i < slis.size(); i++) {
      var reading = SliReader.read(policy.slis().get(i).kind(), stable, window);
      next.add(
          reading instanceof Reading.Counted<WindowCounts>(var counts)
              ? slis.get(i).plus(counts, policy.slis().get(i).kind())
              : slis.get(i));
    }
    return new HistoryCounts(windows + 1, next);
  }

  /** The policy with the overdispersion that was measured; 1 where it could not be. */
  public TrialPolicy frozen(TrialPolicy policy) {
    List<SliPolicy> judged = new ArrayList<>();
    for (int i = 0; i < slis.size(); i++) {
      var phi = slis.get(i).phi();
      judged.add(
          phi.isPresent()
              ? policy.slis().get(i).withPhi(phi.getAsDouble(), PhiSource.History)
              : policy.slis().get(i).withPhi(1, PhiSource.Default));
    }
    return policy.withSlis(judged);
  }

  /**
   * The traffic of stable, and what a candidate just like it needs to pass.
   *
   * @param frozen the policy with its overdispersion
   * @param lastWeight percent of traffic of the last step: what is compared with stable needs
   *     stable
   */
  public StableTraffic traffic(TrialPolicy frozen, int lastWeight) {
    double seconds = windows * (frozen.window().toMillis() / 1e3);
    List<SliTraffic> all = new ArrayList<>();
    for (int i = 0; i < slis.size(); i++) {
      double perSecond = windows == 0 ? 0 : slis.get(i).samples() / seconds;
      all.add(
          new SliTraffic(
              perSecond,
              Needed.toPass(
                  frozen.slis().get(i), slis.get(i), lastWeight, frozen.falsePromotion())));
    }
    return new StableTraffic(windows, all, lastWeight, Optional.empty());
  }
}
