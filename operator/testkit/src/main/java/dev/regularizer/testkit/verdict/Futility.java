package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.lint.PlannedWeights;
import dev.regularizer.core.lint.Prospect;
import dev.regularizer.core.lint.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's rule of futility: three looks in a row after which some SLI cannot be expected to
 * be proven before the deadline. Projections are dear, so a look is judged only when somebody asks.
 */
final class Futility {

  private static final int LOOKS = 3;

  private final List<SliPolicy> policies;
  private final Risk risk;
  private final Ramp ramp;
  private final int[] spent;
  private final Deque<Look> last = new ArrayDeque<>();

  Futility(List<SliPolicy> policies, Risk risk, Ramp ramp) {
    this.policies = policies;
    this.risk = risk;
    this.ramp = ramp;
    this.spent = new int[ramp.steps().size()];
  }

  /** Adds a look at the given step. */
  void looked(List<SliState> states, int step) {
    spent[step]++;
    last.addFirst(new Look(List.copyOf(states), step, spent.clone()));
    if (last.size() > LOOKS) {
      last.removeLast();
    }
  }

  /** Whether the last looks were all without hope. */
  boolean now() {
    return last.size() == LOOKS && last.stream().allMatch(Look::hopeless);
  }

  private final class Look {

    private final List<SliState> states;
    private final int step;
    private final int[] windows;
    private @Nullable Boolean judged;

    private Look(List<SliState> states, int step, int[] windows) {
      this.states = states;
      this.step = step;
      this.windows = windows;
    }

    boolean hopeless() {
      Boolean known = judged;
      if (known == null) {
        known = judge();
        judged = known;
      }
      return known;
    }

    private boolean judge() {
      Prospect prospect = prospect();
      for (int i = 0; i < states.size(); i++) {
        SliPolicy policy = policies.get(i);
        SliAnalysis analysis = new SliAnalysis(policy, risk);
        if (prospect.hopeless(policy, analysis.decisive(states.get(i)))
            && prospect.hopeless(policy, analysis.result(states.get(i)))) {
          return true;
        }
      }
      return false;
    }

    private Prospect prospect() {
      List<Timeline.Segment> segments = new ArrayList<>();
      int all = 0;
      for (int i = 0; i < windows.length; i++) {
        Ramp.Step planned = ramp.steps().get(i);
        all += windows[i];
        int running = i == step ? Math.max(windows[i], planned.windows()) : planned.windows();
        segments.add(
            PlannedWeights.segment(planned.weight(), time(i < step ? windows[i] : running)));
      }
      return new Prospect(
          new Timeline(segments),
          PlannedWeights.seconds(time(all)),
          PlannedWeights.seconds(time(ramp.deadline())));
    }

    private static Duration time(int windows) {
      return Moment.WINDOW.multipliedBy(windows);
    }
  }
}
