package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One row of the suite: a truth, a rule, and how often the rule meets it.
 *
 * @param group the table it belongs to; runs of equal group, truth and number see the same traffic
 *     whatever the rule, as long as it gives the candidate the same weight
 * @param rule the name of the rule
 * @param rules makes a rule for one run; what a rule must know of the time before it draws from the
 *     given numbers
 * @param runs how many
 * @param looks windows at most; a run that gets there is inconclusive
 */
public record Cell(
    String group,
    Truth truth,
    String rule,
    Function<Sampler, Rule> rules,
    int runs,
    int looks,
    Goal goal) {

  private static final int SLICES = 200;

  /** Name that no other cell has. */
  public String name() {
    return group + "/" + truth.name() + "/" + rule;
  }

  /** So many of the first runs are published apart, for tests that play them again. */
  public int slice() {
    return Math.max(1, Math.min(20, runs / SLICES));
  }

  /** Plays the first runs, in parallel; what comes out does not depend on the threads. */
  public Outcome play(long seed, int first) {
    return Outcome.of(
        IntStream.range(0, first).parallel().mapToObj(number -> run(seed, number)).toList());
  }

  private Run run(long seed, int number) {
    String traffic = group + "/" + truth.name();
    Rule driver = rules.apply(new Sampler(Seeds.of(seed, traffic + "/before", number)));
    Sampler sampler = new Sampler(Seeds.of(seed, traffic, number));
    long requests = 0;
    long samples = 0;
    for (int window = 0; window < looks; window++) {
      Moment moment = truth.moment(window, driver.weight());
      List<SliWindow> windows = new ArrayList<>(truth.sources().size());
      for (Source source : truth.sources()) {
        windows.add(source.draw(sampler, moment));
      }
      requests += moment.candidate();
      samples += trials(windows.getFirst());
      Decision decision = driver.look(windows);
      if (decision != Decision.CONTINUE) {
        return new Run(decision, window + 1L, requests, samples);
      }
    }
    return new Run(Decision.INCONCLUSIVE, looks, requests, samples);
  }

  private static long trials(SliWindow window) {
    return window.candidate() instanceof Reading.Counted<WindowCounts>(WindowCounts counts)
        ? counts.trials()
        : 0;
  }
}
