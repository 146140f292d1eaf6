package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.replay.Replays;
import dev.regularizer.core.state.Attempt;
import java.util.List;
import java.util.Optional;

/** What a simulation stored must come out of its samples again. */
final class ReplayedAttempts {
  private ReplayedAttempts() {}

  /** Replays the last attempt of every revision; how many of them had looks is the answer. */
  static long reproduce(Simulation simulation) {
    var revisions = simulation.cluster().revisions();
    var samples = simulation.samples();
    long measured = 0;
    for (var revision : revisions) {
      var stored = revision.state().attempt();
      if (stored.isPresent()) {
        var report =
            Replays.replay(
                "vision", revision.name(), stored.get(), revision.state().transitions(), samples);
        assertThat(report.contradictions()).as(revision.name()).isEmpty();
        assertThat(report.recomputed()).as(revision.name()).isEqualTo(stored.get());
        assertThat(unexplained(stored, report.reproduced(), report.beyondReach()))
            .as("an ending that is neither reproduced nor listed")
            .isEmpty();
        measured += stored.get().looks().runs().isEmpty() ? 0 : 1;
      }
    }
    return measured;
  }

  private static Optional<Attempt> unexplained(
      Optional<Attempt> stored, List<String> reproduced, List<String> beyondReach) {
    return stored.filter(one -> {
      var ending = one.ending();
      return ending != null
          && reproduced.stream().noneMatch(text -> text.contains(ending.message()))
          && beyondReach.stream().noneMatch(text -> text.contains(ending.message()));
    });
  }
}
