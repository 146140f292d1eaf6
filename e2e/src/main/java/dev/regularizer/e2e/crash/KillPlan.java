package dev.regularizer.e2e.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * When the operator is killed: as soon as a model is seen in a phase, and a moment later.
 *
 * @param kills in the order in which they are prepared; each is used once
 */
public record KillPlan(long seed, List<Kill> kills) {
  /** The phases of a rollout, those of a promotion and those of a rollback. */
  public static final List<String> PHASES =
      List.of("Pending", "Progressing", "Promoting", "Baking", "RollingBack");

  private static final int LONGEST_MOMENT_MILLIS = 1500;

  /**
   * One kill.
   *
   * @param moment after the phase was first seen
   */
  public record Kill(String phase, Duration moment) {}

  /** Every phase the given number of times, the rest in random phases. */
  public static KillPlan of(long seed, int count, int perPhase) {
    var random = new Random(seed);
    var kills = new ArrayList<Kill>();
    for (int i = 0; i < count; i++) {
      var phase =
          i < perPhase * PHASES.size()
              ? PHASES.get(i % PHASES.size())
              : PHASES.get(random.nextInt(PHASES.size()));
      kills.add(new Kill(phase, moment(phase, random)));
    }
    Collections.shuffle(kills, random);
    return new KillPlan(seed, List.copyOf(kills));
  }

  /** Short phases are over before a long moment has passed. */
  private static Duration moment(String phase, Random random) {
    boolean brief = phase.equals("Promoting") || phase.equals("RollingBack");
    return Duration.ofMillis(random.nextInt(brief ? 200 : LONGEST_MOMENT_MILLIS));
  }
}
