package dev.regularizer.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays what an API server committed and reports every promise that a write broke: S1 to S12, S14
 * to S16, S19, L2 and L3 as far as they can be seen there.
 */
public final class HistoryCheck {
  private final Set<String> operators;
  private final Tolerances tolerances;
  private final @Nullable Instant settledBy;

  private HistoryCheck(Set<String> operators, Tolerances tolerances, @Nullable Instant settledBy) {
    this.operators = Set.copyOf(operators);
    this.tolerances = tolerances;
    this.settledBy = settledBy;
  }

  /**
   * A check of a history in which nothing was broken on purpose, and which may stop anywhere.
   *
   * @param operators names of the users that are the operator
   */
  public static HistoryCheck of(Set<String> operators) {
    return new HistoryCheck(operators, Tolerances.healthy(), null);
  }

  /** The same with other tolerances. */
  public HistoryCheck tolerating(Tolerances other) {
    return new HistoryCheck(operators, other, settledBy);
  }

  /** The same, and the history ends with every model settled; not later than that. */
  public HistoryCheck settledBy(Instant deadline) {
    return new HistoryCheck(operators, tolerances, deadline);
  }

  /** Everything that is wrong, in the order of the writes of each namespace. */
  public List<Violation> violations(List<CommittedWrite> history) {
    var byNamespace =
        history.stream()
            .collect(
                Collectors.groupingBy(
                    write -> write.object().namespace(), TreeMap::new, Collectors.toList()));
    var found = new ArrayList<Violation>();
    byNamespace.values().forEach(writes -> found.addAll(one(CommitOrder.sorted(writes))));
    return List.copyOf(found);
  }

  private List<Violation> one(List<CommittedWrite> history) {
    var invariants = invariants(Readiness.of(history, tolerances.readiness()));
    var findings = new Findings();
    var world = new World();
    for (var write : history) {
      var change = world.change(write, operators.contains(write.user()));
      invariants.forEach(invariant -> invariant.see(change, world, findings));
      world.apply(write);
    }
    invariants.forEach(invariant -> invariant.end(world, findings));
    return findings.all().stream()
        .sorted(Comparator.comparing((Violation one) -> one.write().at()))
        .toList();
  }

  private List<Invariant> invariants(Readiness readiness) {
    return List.of(
        new OneStable(),
        new WholeSplit(),
        new Endpoints(readiness, tolerances),
        new PlannedWeights(readiness),
        new PromotionRule(),
        new StaysBack(),
        new StableWorkload(),
        new IntentFirst(),
        new Fenced(),
        new Quiescence(tolerances),
        new StatusTruth(),
        new FreshEvidence(),
        new Bounds(tolerances),
        new Retreat(readiness, tolerances),
        new Settling(settledBy));
  }
}
