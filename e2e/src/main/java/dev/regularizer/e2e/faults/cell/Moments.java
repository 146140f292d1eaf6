package dev.regularizer.e2e.faults.cell;

import dev.regularizer.e2e.faults.plan.Fault;
import dev.regularizer.e2e.faults.world.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Every fault at every moment of a scenario that was seen once without faults. Faults that are
 * open, see {@code e2e/faults-that-failed.txt}, are run by name only.
 */
final class Moments {
  /** At each write. */
  private static final List<String> AT_WRITES =
      List.of(
          "kill-before",
          "kill-stored",
          "kill-answered",
          "cut-before",
          "cut-after",
          "twice",
          "refuse-409",
          "refuse-409-3",
          "refuse-429",
          "refuse-500",
          "refuse-503",
          "delay-2000");

  /** At every third write, for they last. */
  private static final List<String> LASTING =
      List.of(
          "storm-503-1000",
          "storm-503-8000",
          "storm-429-4000",
          "storm-500-4000",
          "storm-401-4000",
          "storm-403-4000",
          "twin",
          "clock-ahead-3000",
          "clock-ahead-20000",
          "past-regularizedmodels-6000",
          "past-deployments-6000",
          "past-httproutes-6000");

  /** At each event of a resource. */
  private static final List<String> AT_EVENTS = List.of("freeze-%s-6000", "gone-%s", "close-%s");

  private static final int LASTING_EVERY = 3;
  private static final int EDITS_EVERY = 4;
  private static final int ANSWERS_EVERY = 6;
  private static final int DOUBLE_KILLS = 20;

  private Moments() {}

  /**
   * The cells of a scenario.
   *
   * @param seed for what is drawn: kills during the recovery from a kill
   */
  static List<Cell> of(Outcome reference, long seed) {
    var scenario = reference.cell().scenario();
    var faults = new ArrayList<String>();
    int writes = reference.writes().size();
    for (int at = 1; at <= writes; at++) {
      for (var what : AT_WRITES) {
        faults.add(what + "@" + at);
      }
      if (at % LASTING_EVERY == 1) {
        for (var what : LASTING) {
          faults.add(what + "@" + at);
        }
      }
      if (at % EDITS_EVERY == 1) {
        for (var edit : Meddler.EDITS) {
          faults.add("edit-" + edit + "@" + at);
        }
      }
      if (at % ANSWERS_EVERY == 1) {
        for (var how : Answer.values()) {
          if (how != Answer.SAMPLES) {
            faults.add("answer-%s-6000@%d".formatted(how.name().toLowerCase(Locale.ROOT), at));
          }
        }
      }
    }
    reference
        .events()
        .forEach((resource, count) -> {
          for (int at = 1; at <= count; at++) {
            for (var what : AT_EVENTS) {
              faults.add(what.formatted(resource) + "@" + at);
            }
          }
        });
    faults.addAll(doubleKills(writes, new Random(seed)));
    return faults.stream()
        .map(it -> new Cell(scenario, Arrays.stream(it.split(",", -1)).map(Fault::parse).toList()))
        .toList();
  }

  private static List<String> doubleKills(int writes, Random random) {
    var points = List.of("before", "stored", "answered");
    var all = new ArrayList<String>();
    for (int i = 0; i < DOUBLE_KILLS; i++) {
      int first = 1 + random.nextInt(writes);
      all.add(
          "kill-%s@%d,kill-%s@%d"
              .formatted(
                  points.get(random.nextInt(points.size())),
                  first,
                  points.get(random.nextInt(points.size())),
                  first + 1 + random.nextInt(4)));
    }
    return all;
  }
}
