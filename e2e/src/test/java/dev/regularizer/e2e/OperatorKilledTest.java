package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.crash.CrashRound;
import dev.regularizer.e2e.crash.KillPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** SIGKILL in every phase of a promotion and of a rollback changes neither outcome nor service. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(Shared.OPERATOR)
class OperatorKilledTest {

  @Test
  void outcomesAndWeightsAreTheSameAndNoRequestFails(Playground playground, Operator operator) {
    long seed = Long.getLong("e2e.seed", System.nanoTime());
    System.out.println("operator kills: seed " + seed + " (repeat with -De2e.seed=" + seed + ")");
    var plan = KillPlan.of(seed, KillPlan.PHASES.size(), 1);

    var round =
        CrashRound.play(
            playground.cluster(),
            operator,
            Repository.root(),
            playground.namespace(),
            Playground::quick,
            plan);

    assertThat(round.problems()).isEmpty();
    assertThat(round.kills()).as("kills that met a process").hasSize(plan.kills().size());
  }
}
