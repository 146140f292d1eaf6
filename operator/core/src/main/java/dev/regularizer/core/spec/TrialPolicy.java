package dev.regularizer.core.spec;

import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What a trial is judged by. Every attempt keeps its own copy; an edit restarts the attempt,
 * because evidence gathered under one policy says nothing under another.
 *
 * @param falseRollback alpha, probability of rolling back a candidate within its objectives
 * @param falsePromotion beta, probability of promoting a candidate at or over a limit
 * @param connection name of the Prometheus connection
 */
public record TrialPolicy(
    List<SliPolicy> slis,
    double falseRollback,
    double falsePromotion,
    Duration window,
    Duration warmUp,
    String connection) {
  public TrialPolicy {
    slis = List.copyOf(slis);
  }

  /** Whether this is what a spec asks for, apart from what was measured before the attempt. */
  public boolean isOf(TrialPolicy spec) {
    return declared().equals(spec.declared());
  }

  /** The same policy with other judgements of its SLIs. */
  public TrialPolicy withSlis(List<SliPolicy> judged) {
    return new TrialPolicy(judged, falseRollback, falsePromotion, window, warmUp, connection);
  }

  private TrialPolicy declared() {
    return withSlis(slis.stream().map(sli -> sli.withPhi(1, PhiSource.Default)).toList());
  }

  /** The errors a trial may make. */
  public Risk risk() {
    return new Risk(falseRollback, falsePromotion);
  }
}
