package dev.regularizer.core.present;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.state.Pointers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Status of a RegularizedModel: the pointers, which are the truth, and what is derived from them
 * for people.
 *
 * @param token `<hash>.<attempt>.<step>`, what a command is bound to; empty without a candidate
 * @param replicas of stable, for the scale subresource
 * @param selector of stable's pods, for the scale subresource
 * @param slis figures of the last look; refreshed on transitions and at most once a minute
 * @param refreshedAt when the figures were last written
 */
public record ModelStatus(
    Pointers pointers,
    long observedGeneration,
    Phase phase,
    String message,
    String token,
    int replicas,
    String selector,
    List<Condition> conditions,
    @Nullable ServedView stable,
    @Nullable CandidateView candidate,
    @Nullable PreviousView previous,
    @Nullable RegularizersView regularizers,
    List<SliView> slis,
    Instant refreshedAt) {
  public ModelStatus {
    conditions = List.copyOf(conditions);
    slis = List.copyOf(slis);
  }

  /** The same with other pointers. */
  public ModelStatus withPointers(Pointers next) {
    return new ModelStatus(
        next,
        observedGeneration,
        phase,
        message,
        token,
        replicas,
        selector,
        conditions,
        stable,
        candidate,
        previous,
        regularizers,
        slis,
        refreshedAt);
  }

  /** The same, saying what another one said: only pointers and figures are new. */
  public ModelStatus saying(ModelStatus other) {
    return new ModelStatus(
        pointers,
        other.observedGeneration,
        other.phase,
        other.message,
        token,
        replicas,
        selector,
        other.conditions,
        stable,
        candidate,
        previous,
        regularizers,
        slis,
        refreshedAt);
  }

  /** Whether the counts of ready pods differ. */
  public boolean sameReady(ModelStatus other) {
    return ready(stable) == ready(other.stable)
        && (candidate == null ? -1 : candidate.readyReplicas())
            == (other.candidate == null ? -1 : other.candidate.readyReplicas());
  }

  private static int ready(@Nullable ServedView view) {
    return view == null ? -1 : view.readyReplicas();
  }

  /** Whether only figures differ, no transition. */
  public boolean sameButFigures(ModelStatus other) {
    return settled().equals(other.settled());
  }

  private ModelStatus settled() {
    return new ModelStatus(
        pointers,
        observedGeneration,
        phase,
        message,
        token,
        replicas,
        selector,
        conditions,
        stable == null ? null : stable.settled(),
        candidate == null ? null : candidate.settled(),
        previous == null ? null : previous.settled(),
        regularizers,
        List.of(),
        Instant.EPOCH);
  }
}
