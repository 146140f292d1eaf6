package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last windows of every SLI: the range of a query. */
final class Trail {

  private final int range;
  private final Deque<List<SliWindow>> windows = new ArrayDeque<>();

  Trail(int range) {
    this.range = range;
  }

  void add(List<SliWindow> window) {
    windows.addLast(window);
    if (windows.size() > range) {
      windows.removeFirst();
    }
  }

  int size() {
    return windows.size();
  }

  List<SliWindow> of(int sli) {
    List<SliWindow> all = new ArrayList<>(windows.size());
    for (List<SliWindow> window : windows) {
      all.add(window.get(sli));
    }
    return all;
  }
}
