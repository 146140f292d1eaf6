package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import java.util.List;

/** Something that drives a rollout by what it sees; lives for one run. */
public interface Rule {

  /** Percent of traffic the candidate gets in the next window. */
  int weight();

  /** Takes the next window of every SLI. */
  Decision look(List<SliWindow> windows);
}
