package dev.regularizer.e2e.faults.cell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Runs many cells side by side, after each of their scenarios once without a fault. */
public final class Bench {
  private final Laboratory laboratory;
  private final Order order;
  private final PrintStream out;
  private final Map<Scenario, Outcome> references = new EnumMap<>(Scenario.class);
  private final String salt = Long.toString(System.nanoTime(), 36);
  private int namespaces;

  private Bench(Laboratory laboratory, Order order, PrintStream out) {
    this.laboratory = laboratory;
    this.order = order;
    this.out = out;
  }

  /** Runs what is ordered; whether every cell passed. */
  public static boolean run(Order order, PrintStream out) throws InterruptedException {
    try (var laboratory = Laboratory.prepare(order.repository(), order.audit())) {
      return new Bench(laboratory, order, out).run();
    }
  }

  private boolean run() throws InterruptedException {
    var scenarios =
        order.cells().isEmpty()
            ? List.of(Scenario.values())
            : order.cells().stream().map(Cell::scenario).distinct().toList();
    var learned = play(scenarios.stream().map(it -> new Cell(it, List.of())).toList());
    learned.forEach(outcome -> references.put(outcome.cell().scenario(), outcome));
    if (learned.stream().anyMatch(Outcome::failed)) {
      out.println("A scenario fails without any fault; nothing else was run.");
      return false;
    }
    var cells = order.cells().isEmpty() ? drawn() : order.cells();
    var outcomes = play(cells.stream().filter(it -> !it.faults().isEmpty()).toList());
    return new Summary(order, learned, outcomes).print(out);
  }

  /** The cells of all scenarios, or as many of them as are wanted: first those that ever failed. */
  private List<Cell> drawn() {
    var all = new ArrayList<Cell>();
    references.values().forEach(reference -> all.addAll(Moments.of(reference, order.seed())));
    out.printf("%d cells, seed %d%n", all.size(), order.seed());
    Collections.shuffle(all, new Random(order.seed()));
    var chosen = new LinkedHashSet<>(order.failedBefore());
    all.stream().limit(Math.max(0, order.count() - chosen.size())).forEach(chosen::add);
    return List.copyOf(chosen);
  }

  private List<Outcome> play(List<Cell> cells) throws InterruptedException {
    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newFixedThreadPool(order.parallel())) {
      var running = new ExecutorCompletionService<Outcome>(threads);
      for (var cell : cells) {
        var namespace = "faults-%s-%d".formatted(salt, namespaces++);
        var _ = running.submit(() -> compared(new Run(laboratory, cell, namespace).play()));
      }
      for (int i = 0; i < cells.size(); i++) {
        var outcome = running.take().get();
        outcomes.add(outcome);
        print(outcome);
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a cell could not be run", broken.getCause());
    }
    return outcomes;
  }

  /** The end must be the one the scenario has without faults. */
  private Outcome compared(Outcome outcome) {
    return Optional.ofNullable(references.get(outcome.cell().scenario()))
        .filter(reference -> !reference.end().equals(outcome.end()))
        .map(reference ->
            outcome.with(
                "ended as: %s; without faults: %s".formatted(outcome.end(), reference.end())))
        .orElse(outcome);
  }

  private void print(Outcome outcome) {
    out.printf(
        "%s %s (%.1f s, %d writes)%n",
        outcome.failed() ? "FAILED" : outcome.missed() ? "missed" : "passed",
        outcome.cell(),
        seconds(outcome.took()),
        outcome.writes().size());
    if (outcome.failed()) {
      outcome.problems().forEach(problem -> out.println("  " + problem));
      out.println("  again: e2e/faults " + outcome.cell());
    }
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
