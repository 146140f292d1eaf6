package dev.regularizer.e2e.faults.cell;

import java.util.List;
import java.util.function.Predicate;

/**
 * A scenario, edit by edit.
 *
 * @param before what is up to date before anything goes wrong
 * @param end how it ends
 */
record Script(List<Manifest> before, List<Act> acts, Predicate<View> end) {
  Script {
    before = List.copyOf(before);
    acts = List.copyOf(acts);
  }

  /**
   * One edit.
   *
   * @param when it is made
   */
  record Act(Predicate<View> when, Manifest manifest) {}

  static Script of(Scenario scenario) {
    return switch (scenario) {
      case INSTALL ->
          new Script(
              List.of(),
              List.of(new Act(view -> true, Manifest.of("1"))),
              view -> view.phase().equals("UpToDate") && view.stable().equals("1"));
      case PROMOTE ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(new Act(view -> true, Manifest.of("2"))),
              view ->
                  view.phase().equals("UpToDate")
                      && view.stable().equals("2")
                      && view.replicas("1") == 0);
      case FAIL ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(new Act(view -> true, Manifest.of("2").behaving("errors=0.5@50"))),
              view -> view.phase().equals("RolledBack") && view.replicas("2") == 0);
      case SUPERSEDE ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(
                  new Act(view -> true, Manifest.of("2")),
                  new Act(view -> view.weight("2") == 50, Manifest.of("3"))),
              view ->
                  view.phase().equals("UpToDate")
                      && view.stable().equals("3")
                      && view.replicas("1") == 0);
      case REVERT ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(
                  new Act(view -> true, Manifest.of("2")),
                  new Act(view -> view.weight("2") == 25, Manifest.of("1"))),
              view ->
                  view.phase().equals("UpToDate")
                      && view.stable().equals("1")
                      && view.replicas("2") == 0);
      case PAUSE ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(
                  new Act(view -> true, Manifest.of("2")),
                  new Act(view -> view.weight("2") == 25, Manifest.of("2").paused()),
                  new Act(
                      view -> view.isCurrent() && view.phase().equals("Holding"),
                      Manifest.of("2"))),
              view ->
                  view.phase().equals("UpToDate")
                      && view.stable().equals("2")
                      && view.replicas("1") == 0);
      case DELETE ->
          new Script(
              List.of(Manifest.of("1")),
              List.of(
                  new Act(view -> true, Manifest.of("2")),
                  new Act(view -> view.weight("2") == 25, Manifest.NONE)),
              View::isGone);
    };
  }

  /** Whether nothing more is to come. */
  boolean isOver(View view) {
    return end.test(view) && (view.model().isEmpty() || (view.isCurrent() && !view.hasCandidate()));
  }
}
