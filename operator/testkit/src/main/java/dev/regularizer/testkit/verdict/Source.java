package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;

/** What the truth is about one SLI, and how a window of it is drawn. */
public interface Source {

  /** Counts of one window. */
  SliWindow draw(Sampler sampler, Moment moment);
}
