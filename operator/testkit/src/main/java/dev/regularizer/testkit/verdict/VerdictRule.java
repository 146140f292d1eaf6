package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The operator's verdict, with its own analysis of every SLI and its own rule of promotion: every
 * step is run; after the last one's time all Pass gates must have been met, NoFail gates have their
 * minimum, nothing is Fail, and a window with samples has followed the last weight. The weight
 * stays during a common cause and while a verdict is out of reach (onInconclusive Hold).
 */
public final class VerdictRule implements Rule {

  private final List<SliPolicy> policies;
  private final Risk risk;
  private final Ramp ramp;
  private final List<SliState> states;
  private final Futility futility;
  private int step;
  private int inStep;
  private int windows;

  /** A rollout that has not begun. */
  public VerdictRule(List<SliPolicy> policies, Risk risk, Ramp ramp) {
    this.policies = policies;
    this.risk = risk;
    this.ramp = ramp;
    this.states = new ArrayList<>(Collections.nCopies(policies.size(), SliState.START));
    this.futility = new Futility(policies, risk, ramp);
  }

  @Override
  public int weight() {
    return ramp.steps().get(step).weight();
  }

  @Override
  public Decision look(List<SliWindow> counted) {
    List<SliResult> results = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      SliAnalysis analysis = new SliAnalysis(policies.get(i), risk);
      states.set(i, analysis.fold(states.get(i), counted.get(i)));
      results.add(analysis.decisive(states.get(i)));
    }
    futility.looked(states, step);
    windows++;
    inStep++;
    return decide(RolloutVerdict.of(policies, results, risk));
  }

  private Decision decide(RolloutVerdict verdict) {
    boolean over = inStep >= ramp.steps().get(step).windows();
    boolean last = step == ramp.steps().size() - 1;
    if (verdict.rollback()) {
      return Decision.ROLLBACK;
    }
    if (last && over && verdict.gatesMet()) {
      return Decision.PROMOTE;
    }
    if (windows >= ramp.deadline()) {
      return Decision.INCONCLUSIVE;
    }
    if (over && !last && !verdict.commonCause() && !futility.now()) {
      step++;
      inStep = 0;
    }
    return Decision.CONTINUE;
  }
}
