package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rolls back as soon as any SLI fails as if it were alone: what combining evidence protects from.
 */
final class SeparateRule implements Rule {

  private final List<SliPolicy> policies;
  private final Risk risk;
  private final int weight;
  private final List<SliState> states;

  SeparateRule(List<SliPolicy> policies, Risk risk, int weight) {
    this.policies = policies;
    this.risk = risk;
    this.weight = weight;
    this.states = new ArrayList<>(Collections.nCopies(policies.size(), SliState.START));
  }

  @Override
  public int weight() {
    return weight;
  }

  @Override
  public Decision look(List<SliWindow> windows) {
    boolean fails = false;
    for (int i = 0; i < policies.size(); i++) {
      SliAnalysis analysis = new SliAnalysis(policies.get(i), risk);
      states.set(i, analysis.fold(states.get(i), windows.get(i)));
      fails |= analysis.decisive(states.get(i)).verdict() == Verdict.Fail;
    }
    return fails ? Decision.ROLLBACK : Decision.CONTINUE;
  }
}
