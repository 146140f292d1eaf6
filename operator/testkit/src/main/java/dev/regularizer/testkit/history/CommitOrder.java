package dev.regularizer.testkit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Puts writes in the order in which they were committed: by resource version, and deletions, which
 * answer none, by time. Writes that changed nothing are left out.
 */
final class CommitOrder {
  private CommitOrder() {}

  static List<CommittedWrite> sorted(List<CommittedWrite> writes) {
    var seen = new HashSet<String>();
    var versioned =
        writes.stream()
            .filter(write -> write.after() > 0)
            .sorted(
                Comparator.comparingLong(CommittedWrite::after).thenComparing(CommittedWrite::at))
            .filter(write -> seen.add(write.object() + " " + write.after()))
            .toList();
    var others =
        writes.stream()
            .filter(write -> write.after() == 0)
            .sorted(Comparator.comparing(CommittedWrite::at))
            .toList();
    var all = new ArrayList<CommittedWrite>(writes.size());
    int next = 0;
    for (var write : versioned) {
      while (next < others.size() && others.get(next).at().isBefore(write.at())) {
        all.add(others.get(next++));
      }
      all.add(write);
    }
    all.addAll(others.subList(next, others.size()));
    return List.copyOf(all);
  }
}
